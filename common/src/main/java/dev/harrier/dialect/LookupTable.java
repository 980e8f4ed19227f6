package dev.harrier.dialect;

import dev.harrier.hunt.HuntId;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Values of a query that are too many for its text: one column, kept beside it as a CSV lookup or a watchlist. Its name follows from
 * its values, so that a query never reads an older or a foreign list under the name of its own. Immutable.
 *
 * @param values each {@link #isSafe safe}, at least one
 */
public record LookupTable(SortedSet<String> values) {
    /** The name of its only column. */
    public static final String COLUMN = "value";

    /** A resource of an ARM template may have 1 MB (learn.microsoft.com/azure/azure-resource-manager/templates/best-practices). */
    public static final int LARGEST = 900_000;

    /** What is the same in any dialect of CSV, in JSON and in a spreadsheet: nothing to quote, and no formula. */
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9.*_][A-Za-z0-9.*_:@/=+-]{0,999}");

    public LookupTable {
        values = Collections.unmodifiableSortedSet(new TreeSet<>(values));
        if (values.isEmpty() || !values.stream().allMatch(LookupTable::isSafe)) {
            throw new IllegalArgumentException(
                    "a table needs values, none of them with a character that CSV may quote");
        }
    }

    /** A table of values in any order. */
    public static LookupTable of(Collection<String> values) {
        return new LookupTable(new TreeSet<>(values));
    }

    /** Whether a value means the same in any reader of CSV. */
    public static boolean isSafe(String value) {
        return SAFE.matcher(value).matches();
    }

    /** Letters, digits and {@code _}; equal exactly where the values are. */
    public String name() {
        return "harrier_" + HuntId.derived("lookup", csv()).toString().replace("-", "");
    }

    /** The file: a line with the column's name, then one per value. */
    public String csv() {
        return COLUMN + "\n" + String.join("\n", values) + "\n";
    }

    /** Whether targets take a table of that size. */
    public boolean isCarried() {
        return csv().length() <= LARGEST;
    }
}
