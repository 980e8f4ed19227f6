package dev.harrier.lab;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a table of text says of itself before its rows.
 *
 * @param columns names, in the cells' order
 * @param delimiter between two cells
 * @param quoted whether a cell may stand between double quotes, which are then doubled within it
 * @param absent what stands in a cell that has no value, besides nothing
 * @param constants fields that every row has
 */
record TableHeading(
        List<String> columns, byte delimiter, boolean quoted, Set<String> absent, Map<String, String> constants) {
    TableHeading {
        columns = List.copyOf(columns);
        absent = Set.copyOf(absent);
        constants = Map.copyOf(constants);
    }
}
