package dev.harrier.splunk.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.TableMapping;
import java.util.List;
import java.util.Set;

/**
 * One table's columns as a query over it names them.
 *
 * @param mapping which table
 * @param prefix before a column in a search term, for example {@code Processes.}; empty over raw events
 * @param cim whether the word {@code unknown} stands for an absent value: CIM's calculated fields say so, and so does the
 *     {@code fillnull_value} of what we render
 */
record Columns(TableMapping mapping, String prefix, boolean cim) {
    static Columns cim(TableMapping mapping) {
        return new Columns(mapping, mapping.table().substring(mapping.table().indexOf('.') + 1) + ".", true);
    }

    static Columns raw(TableMapping mapping) {
        return new Columns(mapping, "", false);
    }

    /**
     * The column that says a field unchanged.
     *
     * @throws Unsayable if there is none
     */
    ColumnMapping of(String field) {
        return mapping.columnsOf(field).stream()
                .filter(c -> c.transform() == ColumnMapping.Transform.IDENTITY)
                .findFirst()
                .orElseThrow(() -> new Unsayable(
                        mapping.table() + " has no field for " + field + (cim ? "; the raw profile may have" : "")));
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
