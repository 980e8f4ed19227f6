package dev.harrier.splunk.dialect;

import dev.harrier.hunt.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition over a CIM dataset: one {@code tstats}, macro-free unless asked otherwise. It groups by every field that the
 * condition looks at, so a following {@code where} sees each value and stays exact. Rows are UTC days: {@code span=86400s} counts
 * from the epoch, where {@code 1d} would follow the reader's time zone. No {@code nodename}: the mapped datasets are their
 * models' roots, searchable by name (CIM manual, "Endpoint").
 */
final class CimRenderer {
    static final String TIMES = "\n| fieldformat firstTime=strftime(firstTime,\"%Y-%m-%dT%H:%M:%S%z\")"
            + "\n| fieldformat lastTime=strftime(lastTime,\"%Y-%m-%dT%H:%M:%S%z\")";

    private CimRenderer() {}

    static String render(Condition condition, Columns columns, SplOptions options) {
        return days(condition, Filters.of(condition, columns), columns, options) + TIMES;
    }

    /** The rows of all events, with the columns that the condition looks at. */
    static String unfiltered(Condition condition, Columns columns, SplOptions options) {
        return days(condition, new Filters(List.of(), List.of()), columns, options);
    }

    private static String days(Condition condition, Filters filters, Columns columns, SplOptions options) {
        String counts = "count min(_time) as firstTime max(_time) as lastTime";
        String by = "86400s "
                + by(condition, columns, Entities.of(columns.mapping()).columns());
        return tstats(counts, by, filters, columns, options);
    }

    /** Rows by second, of further columns. */
    static String seconds(Condition condition, Columns columns, List<String> further, SplOptions options) {
        return tstats(
                "count", "1s " + by(condition, columns, further), Filters.of(condition, columns), columns, options);
    }

    private static String tstats(String counts, String by, Filters filters, Columns columns, SplOptions options) {
        return "| tstats " + summaries(columns.mapping().table(), options)
                + " fillnull_value=\"unknown\" " + counts + " from datamodel="
                + columns.mapping().table()
                + where(filters, columns)
                + " by _time span=" + by
                + "\n| rename " + columns.prefix() + "* as *"
                + filters.whereCommand();
    }

    private static String summaries(String dataset, SplOptions options) {
        return options.macros()
                ? "`summariesonly`"
                : "summariesonly=" + options.summariesOnly(dataset) + " allow_old_summaries=true";
    }

    private static String where(Filters filters, Columns columns) {
        List<String> terms = new ArrayList<>();
        new TreeMap<>(columns.mapping().constants())
                .forEach((column, value) -> terms.add(columns.inTerm(column) + "=\"" + value + "\""));
        terms.addAll(filters.terms());
        return terms.isEmpty() ? "" : " where " + SearchTerms.grouped(terms, " ");
    }

    private static String by(Condition condition, Columns columns, List<String> further) {
        Set<String> fields = new TreeSet<>(ConditionFields.of(condition));
        return Stream.concat(further.stream(), columns.filledBy(fields).stream())
                .distinct()
                .map(columns::inTerm)
                .collect(Collectors.joining(" "));
    }
}
