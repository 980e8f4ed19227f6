package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.ColumnMapping.Transform;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldType;
import dev.harrier.sentinel.dialect.KqlSchema.Platform;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the columns of a table in which a field can be asked exactly, and notes which were used. Not thread-safe. */
final class Subjects {
    private final TableMapping mapping;
    private final Set<String> used = new TreeSet<>();
    private final Map<String, Subject> found = new HashMap<>();

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
        Subject known = found.get(field);
        if (known == null) {
            known = find(field);
            found.put(field, known);
        }
        return known;
    }

    private Subject find(String field) {
        used.add(field);
        List<ColumnMapping> columns = mapping.columnsOf(field);
        return with(columns, Transform.IDENTITY)
                .map(this::plain)
                .or(() -> outgoing(field))
                .or(() -> account(columns))
                .or(() -> registry(columns))
                .or(() -> data(columns))
                .or(() -> uri(columns))
                .or(() -> with(columns, Transform.DIRECTION).map(c -> new Subject.Direction(c.column())))
                .orElseThrow(() ->
                        new UnsupportedInKqlException(mapping.table() + " has no column that holds " + named(field)));
    }

    private String named(String field) {
        String name = field.equals(EventModel.TEXT) ? "the whole text, in which keywords are looked for," : field;
        return mapping.kind() == EventKind.OTHER
                ? name
                : name + " of " + mapping.kind().words() + " events";
    }

    /** Where a table's rows of this kind are connections that the host itself made or tried, all of them are initiated. */
    private Optional<Subject> outgoing(String field) {
        return field.equals("Initiated")
                        && mapping.constants().values().stream().anyMatch(v -> v.startsWith("ConnectionSuccess"))
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
        if (KqlSchema.of(Platform.SENTINEL)
                .type(mapping.table(), column.column())
                .startsWith("dynamic")) {
            return new Subject.DynamicColumn(name);
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
        Optional<Subject> object = with(columns, Transform.OBJECT_KEY_LONG_HIVE)
                .flatMap(k -> with(columns, Transform.OBJECT_VALUE_NAME)
                        .map(v -> new RegistryPath(k.column(), Optional.of(v.column()), true)));
        return value.or(() -> object).or(() -> with(columns, Transform.REGISTRY_LONG_HIVE)
                .map(k -> new RegistryPath(k.column(), Optional.empty())));
    }

    private static Optional<Subject> data(List<ColumnMapping> columns) {
        return with(columns, Transform.REGISTRY_DATA).flatMap(d -> with(columns, Transform.REGISTRY_TYPE)
                .map(t -> new RegistryData(d.column(), t.column())));
    }

    private static Optional<Subject> uri(List<ColumnMapping> columns) {
        return with(columns, Transform.URI_STEM)
                .<Subject>map(c -> UriPart.stem(DynamicKey.alias(c.column())))
                .or(() -> with(columns, Transform.URI_QUERY).map(c -> UriPart.query(DynamicKey.alias(c.column()))));
    }

    private static Optional<ColumnMapping> with(List<ColumnMapping> columns, Transform transform) {
        return columns.stream().filter(c -> c.transform() == transform).findFirst();
    }
}
