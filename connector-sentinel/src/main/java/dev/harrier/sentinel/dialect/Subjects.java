package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.ColumnMapping.Transform;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.FieldType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the columns of a table in which a field can be asked exactly, and notes which were used. Not thread-safe. */
final class Subjects {
    private final TableMapping mapping;
    private final Set<String> used = new TreeSet<>();

    Subjects(TableMapping mapping) {
        this.mapping = mapping;
    }

    /** Sigma's names of the fields asked for. */
    Set<String> used() {
        return used;
    }

    /**
     * The field's columns as a subject of tests.
     *
     * @throws UnsupportedInKqlException if the table doesn't hold the whole field
     */
    Subject of(String field) {
        used.add(field);
        List<ColumnMapping> columns = mapping.columnsOf(field);
        return with(columns, Transform.IDENTITY)
                .map(this::plain)
                .or(() -> outgoing(field))
                .or(() -> account(columns))
                .or(() -> registry(columns))
                .orElseThrow(() -> new UnsupportedInKqlException(mapping.table() + " has no column that holds " + field
                        + " of " + mapping.kind().words() + " events"));
    }

    /** Where a table's rows of this kind are connections made by the host itself, all of them are initiated. */
    private Optional<Subject> outgoing(String field) {
        return field.equals("Initiated") && mapping.constants().containsValue("ConnectionSuccess")
                ? Optional.of(new Subject.AlwaysTrue(field))
                : Optional.empty();
    }

    private Subject plain(ColumnMapping column) {
        String name = DynamicKey.alias(column.column());
        boolean shared = mapping.columns().stream()
                        .filter(c -> c.column().equals(column.column()))
                        .count()
                > 1;
        if (shared) {
            return new Subject.NamedPart(name, column.field().toUpperCase(Locale.ROOT));
        }
        return column.type() == FieldType.INTEGER || column.type() == FieldType.BOOLEAN
                ? new Subject.NumberColumn(name)
                : new Subject.TextColumn(name);
    }

    private static Optional<Subject> account(List<ColumnMapping> columns) {
        return with(columns, Transform.ACCOUNT_DOMAIN).flatMap(d -> with(columns, Transform.ACCOUNT_NAME)
                .map(n -> new Subject.Account(d.column(), n.column())));
    }

    private static Optional<Subject> registry(List<ColumnMapping> columns) {
        Optional<Subject> value = with(columns, Transform.PARENT_KEY_LONG_HIVE)
                .flatMap(k -> with(columns, Transform.REGISTRY_VALUE_NAME)
                        .map(v -> new RegistryPath(k.column(), Optional.of(v.column()))));
        return value.or(() ->
                with(columns, Transform.REGISTRY_LONG_HIVE).map(k -> new RegistryPath(k.column(), Optional.empty())));
    }

    private static Optional<ColumnMapping> with(List<ColumnMapping> columns, Transform transform) {
        return columns.stream().filter(c -> c.transform() == transform).findFirst();
    }
}
