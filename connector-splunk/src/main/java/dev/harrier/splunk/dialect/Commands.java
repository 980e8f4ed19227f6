package dev.harrier.splunk.dialect;

import java.util.Set;

/**
 * What the linter knows of SPL's commands: the vocabulary of published detections (counted over Splunk's own security content) and
 * the Search Reference's lists of commands that write, send, run code or reach beyond the indexes.
 */
final class Commands {
    /** Only read what the pipeline already has, or search. */
    static final Set<String> HARMLESS = Set.of(
            "search", "tstats", "stats", "eventstats", "streamstats", "chart", "timechart", "where", "eval", "fieldformat",
            "rename", "fields", "table", "sort", "head", "tail", "dedup", "bin", "bucket", "fillnull", "filldown", "rex",
            "regex", "replace", "lookup", "inputlookup", "join", "append", "appendcols", "appendpipe", "union", "mvexpand",
            "mvcombine", "makemv", "nomv", "spath", "xmlkv", "extract", "kv", "convert", "iplocation", "transaction", "top",
            "rare", "addtotals", "addinfo", "foreach", "from", "datamodel", "makeresults", "format", "return", "reverse",
            "untable", "xyseries", "transpose", "cluster", "anomalydetection", "predict", "trendline", "strcat", "tojson",
            "metasearch", "metadata", "mstats", "multisearch", "selfjoin", "typer", "tags", "uniq", "outlier", "apply",
            "geostats", "geom", "highlight", "abstract", "accum", "autoregress", "delta", "contingency",
            "correlate", "anomalies", "associate", "analyzefields", "fieldsummary", "concurrency", "erex", "eventcount",
            "gauge", "gentimes", "history", "iconify", "inputcsv", "kmeans", "loadjob", "makecontinuous", "multikv",
            "pivot", "rangemap", "reltime", "rtorder", "savedsearch", "scrub", "searchtxn", "set", "sistats",
            "timewrap", "walklex", "x11", "xpath", "fit",
            "sample", "score", "summary", "typeahead", "arules", "localop", "redistribute",
            "require", "diff", "addcoltotals", "audit");

    /** Write, send, delete, run code, run one search per row, or reach the REST interface. */
    static final Set<String> FORBIDDEN = Set.of(
            "outputlookup", "outputcsv", "outputtext", "collect", "mcollect", "meventcollect", "summaryindex", "sumindex",
            "stash", "delete", "sendemail", "sendalert", "map", "script", "run", "runshellscript", "rest", "crawl", "input",
            "dump", "tscollect", "dbxquery", "dbxoutput", "curl", "sendtophantom", "sendmodaction", "overlap", "snowevent",
            "snowincident", "internalinputs", "createrss", "runallpythonscripts");

    /** Slow, or silently capped. */
    static final Set<String> COSTLY = Set.of("join", "append", "appendcols", "transaction", "selfjoin", "multisearch");

    private Commands() {}
}
