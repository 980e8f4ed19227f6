package dev.harrier.lab;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.SqlText;
import dev.harrier.dialect.TableMapping;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.EventField;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A language for tests: {@code KIND where SQL}, and {@code count KIND where SQL}. Its tables are the kinds, {@code "The process
 * creation"}, in the event model's columns.
 */
public record ToyDialect(String name, boolean absentTextIsEmpty) implements Dialect {
    public static final ToyDialect TOY = new ToyDialect("toy", false);

    @Override
    public Profile defaultProfile() {
        return new Profile("plain", Map.of());
    }

    @Override
    public Rendering render(Hunt hunt, Profile profile) {
        if (hunt.logic() instanceof Logic.Detection detection) {
            return new Rendering.Rendered(
                    detection.kind() + " where " + detection.condition().accept(new ToySql()));
        }
        return new Rendering.Unsupported("the toy language has no native queries");
    }

    @Override
    public String counting(String text, Profile profile) {
        return "count " + text;
    }

    @Override
    public List<LintFinding> lint(String text, Profile profile) {
        return List.of();
    }

    @Override
    public List<TableMapping> tables(Profile profile) {
        return Arrays.stream(EventKind.values()).map(ToyDialect::table).toList();
    }

    private static TableMapping table(EventKind kind) {
        return new TableMapping(
                kind,
                tableName(kind),
                EventModel.shipped().fields(kind).stream()
                        .map(ToyDialect::column)
                        .toList(),
                Map.of("Constant", kind.category()));
    }

    private static String tableName(EventKind kind) {
        return "The " + kind.words();
    }

    private static ColumnMapping column(EventField field) {
        return new ColumnMapping(field.name(), field.name(), ColumnMapping.Transform.IDENTITY, field.type());
    }

    @Override
    public Translation translate(String text) {
        boolean counting = text.startsWith("count ");
        String query = counting ? text.substring("count ".length()) : text;
        int where = query.indexOf(" where ");
        if (where < 0) {
            return new Translation.Unsupported("no where", 1, text.length() + 1);
        }
        String rows = "SELECT * FROM " + SqlText.identifier(tableName(EventKind.valueOf(query.substring(0, where))))
                + " WHERE " + query.substring(where + " where ".length());
        return new Translation.Translated(counting ? count(rows) : rows);
    }

    private static String count(String rows) {
        return "SELECT count(*) AS hits, count(DISTINCT \"Computer\") AS hosts, count(DISTINCT \"User\") AS users,"
                + " count(DISTINCT date_trunc('day', _time)) AS days, epoch(min(_time)) AS firstSeen,"
                + " epoch(max(_time)) AS lastSeen FROM (" + rows + ")";
    }
}
