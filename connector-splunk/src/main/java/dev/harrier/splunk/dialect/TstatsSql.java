package dev.harrier.splunk.dialect;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * {@code tstats} over a mapped data model (Search Reference, "tstats"): options, aggregations, {@code from datamodel}, {@code where}
 * in search terms, {@code by} with a span for {@code _time}. A row whose group-by field is null is left out, unless
 * {@code fillnull_value} gives it one. Not thread-safe.
 */
final class TstatsSql {
    private static final Set<String> IGNORED =
            Set.of("summariesonly", "allow_old_summaries", "include_reduced_buckets", "chunk_size", "local");
    private static final Pattern SUMMARY_MACRO = Pattern.compile("summariesonly|security_content_summariesonly");

    private final Cursor cursor;
    private final Map<String, Aggregate> aggregates = new LinkedHashMap<>();
    private final Map<String, Sql> groups = new LinkedHashMap<>();
    private Optional<String> filler = Optional.empty();
    private Relation relation;

    private TstatsSql(Command command) {
        this.cursor = new Cursor(command);
        options();
        Map<Token, AggregateCall> calls = calls();
        cursor.expect("from");
        this.relation = source();
        calls.forEach((token, call) -> aggregates.put(call.name(), call.over(relation)));
    }

    static Relation of(Command command) {
        TstatsSql tstats = new TstatsSql(command);
        tstats.where();
        tstats.by();
        return tstats.grouped();
    }

    private void options() {
        while (cursor.peek().kind() == Token.Kind.MACRO || cursor.sees("=", 1)) {
            Token name = cursor.next();
            if (name.kind() == Token.Kind.MACRO) {
                macro(name);
            } else {
                cursor.expect("=");
                option(name, cursor.name().value());
            }
        }
    }

    private void macro(Token name) {
        if (!SUMMARY_MACRO.matcher(name.value()).matches()) {
            throw new SyntaxProblem("the macro " + name.value() + " is not known here", name.start());
        }
        if (name.value().startsWith("security_content")) {
            filler = Optional.of("null");
        }
    }

    private void option(Token name, String value) {
        String key = name.value().toLowerCase(Locale.ROOT);
        if (key.equals("fillnull_value")) {
            filler = Optional.of(value);
        } else if (!IGNORED.contains(key)) {
            throw new SyntaxProblem("the option " + key + " is not in the translated subset", name.start());
        }
    }

    private Map<Token, AggregateCall> calls() {
        Map<Token, AggregateCall> calls = new LinkedHashMap<>();
        while (!cursor.sees("from")) {
            calls.put(cursor.peek(), AggregateCall.read(cursor));
            cursor.skip(",");
        }
        return calls;
    }

    private Relation source() {
        cursor.expect("datamodel");
        cursor.expect("=");
        Token name = cursor.name();
        if (SplTables.dataset(name.value()).isEmpty()) {
            throw new SyntaxProblem("the data model dataset " + name.value() + " is not mapped", name.start());
        }
        return SourceRelation.cim(name.value());
    }

    private void where() {
        if (cursor.skip("where")) {
            relation = relation.where(new SearchParser(cursor, relation, Optional.empty()).condition());
        }
    }

    private void by() {
        if (!cursor.skip("by")) {
            return;
        }
        Optional<String> last = Optional.empty();
        while (!cursor.atEnd()) {
            Token field = cursor.name();
            if (field.is("span") && cursor.skip("=")) {
                span(last, cursor.next());
            } else {
                groups.put(field.value(), relation.field(field.value()));
                last = Optional.of(field.value());
            }
            cursor.skip(",");
        }
    }

    private void span(Optional<String> field, Token span) {
        String name = field.orElseThrow(() -> new SyntaxProblem("a span without a field", span.start()));
        groups.put(name, Span.of(span).floor(relation.field(name)));
    }

    private Relation grouped() {
        groups.replaceAll((name, value) -> name.equals("_time") ? value : filled(value));
        Relation rows = filler.isPresent() ? relation : withoutNulls();
        return Aggregate.grouped(rows, groups, aggregates);
    }

    private Sql filled(Sql value) {
        return filler.map(f -> new Sql(
                        "coalesce(" + value.asText().text() + ", " + Sql.text(f).text() + ")", Type.TEXT))
                .orElse(value);
    }

    private Relation withoutNulls() {
        Relation rows = relation;
        for (Sql group : groups.values()) {
            rows = rows.where(group.text() + " IS NOT NULL");
        }
        return rows;
    }
}
