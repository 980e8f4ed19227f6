package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.FieldType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One table's columns as a query over it names them.
 *
 * @param mapping which table
 * @param prefix before a column in a search term, for example {@code Processes.}; empty over raw events
 * @param cim whether the word {@code unknown} stands for an absent value: CIM's calculated fields say so, and so does the
 *     {@code fillnull_value} of what we render
 * @param unchanged by field, the column that says it unchanged
 */
record Columns(TableMapping mapping, String prefix, boolean cim, Map<String, ColumnMapping> unchanged) {
    static Columns cim(TableMapping mapping) {
        String prefix = mapping.table().substring(mapping.table().indexOf('.') + 1) + ".";
        return new Columns(mapping, prefix, true, unchanged(mapping));
    }

    static Columns raw(TableMapping mapping) {
        return new Columns(mapping, "", false, unchanged(mapping));
    }

    private static Map<String, ColumnMapping> unchanged(TableMapping mapping) {
        return mapping.columns().stream()
                .filter(c -> c.transform() == ColumnMapping.Transform.IDENTITY
                        || c.transform() == ColumnMapping.Transform.DIRECTION)
                .collect(Collectors.toUnmodifiableMap(ColumnMapping::field, c -> c, (a, b) -> a));
    }

    /**
     * The column that says a field unchanged. Raw events have every field under its own name, and {@code _raw} for all of them.
     *
     * @throws Unsayable if there is none
     */
    ColumnMapping of(String field) {
        ColumnMapping column = unchanged.get(field);
        if (column == null && cim) {
            throw new Unsayable(mapping.table()
                    + (field.equals(EventModel.TEXT)
                            ? " keeps no raw text, in which keywords"
                            : " has no field for " + field)
                    + (field.equals(EventModel.TEXT)
                            ? " could be found; use the raw profile"
                            : "; the raw profile may have"));
        }
        return column == null ? named(field) : column;
    }

    private static ColumnMapping named(String field) {
        String name = field.equals(EventModel.TEXT) ? "_raw" : field;
        return new ColumnMapping(field, FieldName.checked(name), ColumnMapping.Transform.IDENTITY, FieldType.STRING);
    }

    /** How a search term or a list of fields names it. */
    String inTerm(String column) {
        return FieldName.inTerm(prefix + column);
    }

    /** An eval expression for its value, null where it is absent. */
    String value(String column) {
        return FieldName.inEval(column);
    }

    /** An eval expression for its text, which is the empty text where it is absent. */
    String inEval(String column) {
        String value = value(column);
        return cim ? "if(" + value + "==\"unknown\",\"\"," + value + ")" : "coalesce(" + value + ",\"\")";
    }

    /** The columns that some fields fill, in the mapping's order, without repetition. */
    List<String> filledBy(Set<String> fields) {
        Stream<String> known = mapping.columns().stream()
                .filter(c -> fields.contains(c.field()))
                .map(ColumnMapping::column);
        Stream<String> named = cim
                ? Stream.of()
                : fields.stream().filter(f -> mapping.columnsOf(f).isEmpty()).map(f -> of(f).column());
        return Stream.concat(known, named).distinct().toList();
    }
}
