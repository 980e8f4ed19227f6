package dev.harrier.splunk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a raw search says first: index, source and source type, which Splunk has in its index ({@code tstats} counts them without
 * reading an event).
 *
 * @param text search terms, at least one of a source or source type
 */
record IndexedTerms(String text) {
    private static final String VALUE = "(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|[\\w:*./-]++)";
    private static final String INDEX = "index=" + VALUE;
    private static final String SOURCE =
            "source(?:type)?(?:=" + VALUE + "|\\s?+IN\\s?+\\(" + VALUE + "(?:,\\s?+" + VALUE + ")*+\\))";
    private static final Pattern FIRST = Pattern.compile("(?s)search\\s++((?:" + INDEX + "|\\(" + INDEX + "(?: OR "
            + INDEX + ")*+\\)))?+\\s*+(" + SOURCE + "(?:\\s++" + SOURCE + ")*+)(?=\\s|$).*");

    /** Of a search's text; empty for one that generates its events, or names no source first. */
    static Optional<IndexedTerms> of(String search) {
        Matcher matcher = FIRST.matcher(search.strip());
        return matcher.matches()
                ? Optional.of(new IndexedTerms(
                        (matcher.group(1) == null ? "index=*" : matcher.group(1)) + " " + matcher.group(2)))
                : Optional.empty();
    }

    /** All events of a source. */
    static IndexedTerms source(String name) {
        return new IndexedTerms("index=* source=\"" + name + "\"");
    }

    /** Without the indexes, for people. */
    String source() {
        return text.substring(text.indexOf("source"));
    }
}
