package dev.harrier.splunk;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventModel;

/**
 * Which source types report, as a search: of a CIM dataset, or of events that their index tells. Equal for equal questions.
 *
 * @param search a row per {@code sourcetype}, with {@code hits}, {@code hosts} and {@code lastSeen}
 */
record SourceQuestion(String search) {
    private static final String COUNTS = "count as hits dc(host) as hosts max(_time) as lastSeen where ";

    /** Of a mapped table: a dataset ({@code Endpoint.Processes}), or a source, a colon and event codes. */
    static SourceQuestion of(TableMapping table) {
        return table.table().matches("\\w+\\.\\w+")
                ? new SourceQuestion(dataset(table.table(), host(table)))
                : of(IndexedTerms.source(
                        table.table().substring(0, table.table().lastIndexOf(':'))));
    }

    /** Of events that their index tells. */
    static SourceQuestion of(IndexedTerms terms) {
        return new SourceQuestion("| tstats " + COUNTS + terms.text() + " by sourcetype");
    }

    /** A row per UTC day, {@code day} in epoch seconds, of events that their index tells. */
    static String daily(IndexedTerms terms) {
        return "| tstats " + COUNTS + terms.text() + " by _time span=86400s\n| rename _time as day";
    }

    private static String dataset(String dataset, String host) {
        String prefix = dataset.substring(dataset.indexOf('.') + 1) + ".";
        return "| tstats summariesonly=false allow_old_summaries=true fillnull_value=\"unknown\" count max(_time) as last"
                + " from datamodel=" + dataset + " by sourcetype " + prefix + host
                + "\n| rename " + prefix + "* as *"
                + "\n| stats sum(count) as hits dc(eval(if(" + host + "==\"unknown\" OR " + host + "==\"\",null(),"
                + host
                + "))) as hosts max(last) as lastSeen by sourcetype";
    }

    private static String host(TableMapping table) {
        return table.columnsOf(EventModel.COMPUTER).stream()
                .findFirst()
                .or(() -> table.columnsOf("src_ip").stream().findFirst())
                .map(ColumnMapping::column)
                .orElseThrow(() -> new IllegalStateException(table.table() + " names no host"));
    }
}
