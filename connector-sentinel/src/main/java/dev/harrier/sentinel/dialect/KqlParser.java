package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlExpression.Argument;
import dev.harrier.sentinel.dialect.KqlPipeline.Several;
import dev.harrier.sentinel.dialect.KqlPipeline.Source;
import dev.harrier.sentinel.dialect.KqlPipeline.Strange;
import dev.harrier.sentinel.dialect.KqlPipeline.Table;
import dev.harrier.sentinel.dialect.KqlToken.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Statements and pipelines. Operators that it doesn't know are skipped and kept as {@link KqlStep.Other}. */
final class KqlParser {
    private static final Set<String> STRANGE = Set.of(
            "search",
            "find",
            "externaldata",
            "external_data",
            "print",
            "range",
            "evaluate",
            "materialize",
            "view",
            "adx",
            "cluster",
            "workspace",
            "app",
            "database",
            "arg",
            "table");

    private final Tokens tokens;
    private final Map<String, KqlExpression> scalars = new LinkedHashMap<>();
    private final Map<String, KqlPipeline> tables = new LinkedHashMap<>();
    private final List<String> opaque = new ArrayList<>();
    private int depth;

    private KqlParser(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * Parses a text.
     *
     * @throws KqlSyntaxException if it is no KQL
     */
    static KqlQuery parse(String text) {
        return parse(KqlLexer.tokens(text));
    }

    /**
     * Parses tokens, for who has cut them already.
     *
     * @throws KqlSyntaxException if they are no KQL
     */
    static KqlQuery parse(List<KqlToken> tokens) {
        return new KqlParser(new Tokens(tokens)).query();
    }

    private KqlQuery query() {
        while (tokens.take(";") || tokens.at("let") || tokens.at("set") || tokens.at("declare")) {
            statement();
        }
        if (tokens.ended()) {
            throw tokens.unexpected("expected a query");
        }
        KqlPipeline main = pipeline();
        boolean trailing = tokens.take(";");
        while (tokens.take(";")) {
            trailing = true;
        }
        if (!tokens.ended() && !trailing) {
            throw tokens.unexpected("expected | or the end");
        }
        Optional<Place> more =
                tokens.ended() ? Optional.empty() : Optional.of(tokens.peek().place());
        return new KqlQuery(Map.copyOf(scalars), Map.copyOf(tables), List.copyOf(opaque), main, more);
    }

    private void statement() {
        if (tokens.take("let")) {
            let();
        } else if (tokens.at("set") || tokens.at("declare")) {
            tokens.skipStep();
        }
    }

    private void let() {
        String name = tokens.name();
        tokens.expect("=");
        if ((tokens.at("(") && isFunction()) || tokens.at("view")) {
            opaque.add(name);
            while (!tokens.ended() && !tokens.at(";")) {
                tokens.next();
            }
        } else if (tokens.at("materialize")) {
            tokens.next();
            tokens.expect("(");
            tables.put(name, pipeline());
            tokens.expect(")");
        } else if (isTabular()) {
            tables.put(name, pipeline());
        } else {
            scalars.put(name, new KqlExpressionParser(tokens).expression());
        }
        tokens.expect(";");
    }

    /** Looks for an opening brace after the opening parenthesis's partner. */
    private boolean isFunction() {
        int level = 0;
        for (int i = 0; tokens.peek(i).kind() != Kind.END; i++) {
            level += tokens.peek(i).is("(") ? 1 : tokens.peek(i).is(")") ? -1 : 0;
            if (level == 0) {
                return tokens.peek(i + 1).is("{");
            }
        }
        return false;
    }

    /** A let is tabular when it has a pipe at any level before its semicolon, or is a bare table name, or starts like a source. */
    private boolean isTabular() {
        if (tokens.at("union") || tokens.at("datatable") || strange()) {
            return true;
        }
        if (tokens.at("toscalar")) {
            return false;
        }
        for (int i = 0; tokens.peek(i).kind() != Kind.END && !tokens.peek(i).is(";"); i++) {
            if (tokens.peek(i).is("|")) {
                return true;
            }
        }
        return false;
    }

    private boolean strange() {
        return tokens.peek().kind() == Kind.NAME
                && STRANGE.contains(tokens.peek().text());
    }

    KqlPipeline pipeline() {
        if (++depth > 50) {
            throw new KqlSyntaxException("nested too deeply", tokens.peek().place());
        }
        Source source = source();
        List<KqlStep> steps = new ArrayList<>();
        while (tokens.take("|")) {
            steps.add(new KqlStepParser(tokens, this).step());
        }
        depth--;
        return new KqlPipeline(source, List.copyOf(steps));
    }

    private Source source() {
        Place place = tokens.peek().place();
        if (tokens.take("(")) {
            KqlPipeline inner = pipeline();
            tokens.expect(")");
            return new Several(List.of(inner), false, place);
        }
        if (tokens.at("union")) {
            tokens.next();
            return union(place);
        }
        if (tokens.at("datatable")) {
            return new KqlInline(tokens).read();
        }
        if (strange()) {
            String what = tokens.peek().text();
            tokens.skipStep();
            return new Strange(what, place);
        }
        return table(place);
    }

    private Source table(Place place) {
        String name = tokens.name();
        if (!tokens.take("(")) {
            return new Table(name, false, place);
        }
        boolean empty = tokens.at(")");
        while (!tokens.at(")")) {
            Argument ignored = new KqlExpressionParser(tokens).argument();
            if (!tokens.take(",") && !tokens.at(")")) {
                throw new KqlSyntaxException("expected , or )", ignored.value().place());
            }
        }
        tokens.expect(")");
        return new Table(name, !empty, place);
    }

    /** The rest of a union: options, then sources; also used after a pipe. */
    Several union(Place place) {
        List<KqlPipeline> parts = new ArrayList<>();
        while (tokens.peek(1).is("=")) {
            if (tokens.at("withsource") || tokens.at("with_source")) {
                parts.add(
                        new KqlPipeline(new Strange("withsource", tokens.peek().place()), List.of()));
            }
            tokens.next();
            tokens.next();
            tokens.next();
        }
        boolean wild = false;
        do {
            boolean star = tokens.take("*");
            if (!star) {
                parts.add(unionPart());
                star = tokens.take("*");
            }
            wild |= star;
        } while (tokens.take(","));
        return new Several(List.copyOf(parts), wild, place);
    }

    private KqlPipeline unionPart() {
        Place place = tokens.peek().place();
        if (tokens.take("(")) {
            KqlPipeline inner = pipeline();
            tokens.expect(")");
            return inner;
        }
        return new KqlPipeline(table(place), List.of());
    }
}
