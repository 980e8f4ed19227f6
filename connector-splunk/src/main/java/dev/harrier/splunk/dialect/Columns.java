package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.TableMapping;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

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
                .filter(c -> c.transform() == ColumnMapping.Transform.IDENTITY)
                .collect(Collectors.toUnmodifiableMap(ColumnMapping::field, c -> c, (a, b) -> a));
    }

    /**
     * The column that says a field unchanged.
     *
     * @throws Unsayable if there is none
     */
    ColumnMapping of(String field) {
        ColumnMapping column = unchanged.get(field);
        if (column == null) {
            throw new Unsayable(
                    mapping.table() + " has no field for " + field + (cim ? "; the raw profile may have" : ""));
        }
        return column;
    }

    /** How a search term names it. */
    String inTerm(String column) {
        return prefix + column;
    }

    /** An eval expression for its text, which is the empty text where it is absent. */
    String inEval(String column) {
        return cim ? "if(" + column + "==\"unknown\",\"\"," + column + ")" : "coalesce(" + column + ",\"\")";
    }

    /** The columns that some fields fill, in the mapping's order, without repetition. */
    List<String> filledBy(Set<String> fields) {
        return mapping.columns().stream()
                .filter(c -> fields.contains(c.field()))
                .map(ColumnMapping::column)
                .distinct()
                .toList();
    }
}
