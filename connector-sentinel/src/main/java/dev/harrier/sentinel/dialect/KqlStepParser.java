package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlExpression.Call;
import dev.harrier.sentinel.dialect.KqlStep.Columns.Verb;
import dev.harrier.sentinel.dialect.KqlStep.SortKey;
import dev.harrier.sentinel.dialect.KqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What stands after a pipe. */
final class KqlStepParser {
    private static final Map<String, Verb> VERBS = Map.of(
            "project", Verb.PROJECT,
            "extend", Verb.EXTEND,
            "project-away", Verb.AWAY,
            "project-keep", Verb.KEEP,
            "project-rename", Verb.RENAME,
            "project-reorder", Verb.REORDER);

    private final Tokens tokens;
    private final KqlParser parser;
    private final KqlExpressionParser expressions;

    KqlStepParser(Tokens tokens, KqlParser parser) {
        this.tokens = tokens;
        this.parser = parser;
        this.expressions = new KqlExpressionParser(tokens);
    }

    KqlStep step() {
        Place place = tokens.peek().place();
        String word = word();
        if (VERBS.containsKey(word)) {
            return columns(VERBS.get(word), word, place);
        }
        return switch (word) {
            case "where", "filter" -> new KqlStep.Where(expressions.expression(), place);
            case "summarize" -> summarize(place);
            case "count" -> count(place);
            case "take", "limit" -> new KqlStep.Rows(number(), List.of(), place);
            case "top" -> top(place);
            case "order", "sort" -> sort(place);
            case "distinct" -> new KqlStep.Distinct(arguments(), place);
            case "union" -> new KqlStep.Union(parser.union(place).parts(), place);
            case "join" -> join(place);
            case "lookup" -> new KqlStep.Lookup((KqlStep.Join) join(place), place);
            case "serialize" -> new KqlStep.Serialize(atEnd() ? List.of() : arguments(), place);
            case "mv-expand", "mvexpand" -> expand(place);
            case "parse" -> parse(place);
            default -> other(word, place);
        };
    }

    /** {@code project-away} is three tokens. */
    private String word() {
        String word = tokens.name();
        if (tokens.at("-") && tokens.peek(1).kind() == Kind.NAME && !word.equals("where")) {
            tokens.next();
            word += "-" + tokens.name();
        }
        return word;
    }

    private KqlStep other(String word, Place place) {
        tokens.skipStep();
        return new KqlStep.Other(word, place);
    }

    /** Patterns of names leave columns that only the service can tell. */
    private KqlStep columns(Verb verb, String word, Place place) {
        boolean choosing = verb == Verb.AWAY || verb == Verb.KEEP;
        return (choosing && tokens.stepHas("*"))
                        || (verb == Verb.REORDER && (tokens.stepHas("asc") || tokens.stepHas("desc")))
                ? other(word, place)
                : new KqlStep.Columns(verb, arguments(), place);
    }

    private List<Argument> arguments() {
        List<Argument> items = new ArrayList<>();
        do {
            if (tokens.atTuple()) {
                items.addAll(tuple());
            } else {
                items.add(expressions.argument());
            }
        } while (tokens.take(","));
        return List.copyOf(items);
    }

    /** {@code (a, b) = value}: what each gets of the value is not told. */
    private List<Argument> tuple() {
        Place place = tokens.next().place();
        List<String> names = new ArrayList<>();
        do {
            names.add(tokens.name());
        } while (tokens.take(","));
        tokens.expect(")");
        tokens.expect("=");
        KqlExpression part = KqlExpression.Call.opaque("part", expressions.expression(), place);
        return names.stream().map(name -> new Argument(name, part)).toList();
    }

    private boolean atEnd() {
        return tokens.ended() || tokens.at("|") || tokens.at(";") || tokens.at(")");
    }

    /** One list; its options are read as what they are not, and end the step as unknown. */
    private KqlStep expand(Place place) {
        Argument item = expressions.argument();
        boolean text = true;
        if (tokens.take("to")) {
            tokens.expect("typeof");
            tokens.expect("(");
            text = tokens.name().equals("string");
            tokens.expect(")");
        }
        return text && atEnd() ? new KqlStep.Expand(item, place) : other("mv-expand", place);
    }

    private KqlStep parse(Place place) {
        if (tokens.peek(1).is("=")) {
            return other("parse kind=", place);
        }
        KqlExpression value = expressions.expression();
        tokens.expect("with");
        List<KqlStep.Piece> pieces = new ArrayList<>();
        while (!atEnd()) {
            pieces.add(piece());
        }
        return new KqlStep.Parse(value, List.copyOf(pieces), place);
    }

    private KqlStep.Piece piece() {
        if (tokens.take("*")) {
            return new KqlStep.Piece("", "", "");
        }
        if (tokens.peek().kind() == Kind.STRING) {
            return new KqlStep.Piece(tokens.next().value(), "", "");
        }
        String column = tokens.name();
        return new KqlStep.Piece("", column, tokens.take(":") ? tokens.name() : "string");
    }

    private KqlStep summarize(Place place) {
        tokens.skipHints();
        List<Argument> aggregates = tokens.at("by") ? List.of() : arguments();
        List<Argument> by = tokens.take("by") ? arguments() : List.of();
        return new KqlStep.Summarize(aggregates, by, place);
    }

    private static KqlStep count(Place place) {
        Argument all = new Argument("Count", new Call("count", List.of(), place));
        return new KqlStep.Summarize(List.of(all), List.of(), place);
    }

    private long number() {
        KqlToken token = tokens.next();
        try {
            return Long.parseLong(token.text());
        } catch (NumberFormatException e) {
            throw new KqlSyntaxException("expected a number of rows, met " + token.text(), token.place());
        }
    }

    private KqlStep top(Place place) {
        long limit = number();
        tokens.expect("by");
        return new KqlStep.Rows(limit, keys(), place);
    }

    private KqlStep sort(Place place) {
        tokens.expect("by");
        return new KqlStep.Rows(-1, keys(), place);
    }

    private List<SortKey> keys() {
        List<SortKey> keys = new ArrayList<>();
        do {
            KqlExpression value = expressions.expression();
            boolean ascending = ascending();
            keys.add(new SortKey(value, ascending, nullsFirst(ascending)));
        } while (tokens.take(","));
        return List.copyOf(keys);
    }

    /** Kusto sorts downwards unless told otherwise. */
    private boolean ascending() {
        boolean ascending = tokens.take("asc");
        if (!ascending) {
            tokens.take("desc");
        }
        return ascending;
    }

    private boolean nullsFirst(boolean ascending) {
        if (!tokens.take("nulls")) {
            return ascending;
        }
        boolean first = tokens.take("first");
        if (!first) {
            tokens.expect("last");
        }
        return first;
    }

    private KqlStep join(Place place) {
        String kind = "";
        tokens.skipHints();
        while (tokens.peek(1).is("=")) {
            boolean isKind = tokens.next().is("kind");
            tokens.next();
            String value = tokens.next().text();
            kind = isKind ? value : kind;
            tokens.skipHints();
        }
        KqlPipeline right = parser.pipeline();
        tokens.expect("on");
        List<KqlExpression> on = new ArrayList<>();
        do {
            on.add(expressions.expression());
        } while (tokens.take(","));
        return new KqlStep.Join(kind, right, List.copyOf(on), place);
    }
}
