package dev.harrier.sentinel;

/** A query's own words, as against the texts that it looks for. */
final class QueryText {
    private static final String FENCE = "```";

    private final String query;
    private final StringBuilder rest = new StringBuilder();
    private int at;

    private QueryText(String query) {
        this.query = query;
    }

    /** Without string literals and comments, each of which becomes a space. In one pass: a pattern would recurse over a long text. */
    static String withoutTexts(String query) {
        return new QueryText(query).read();
    }

    private String read() {
        while (at < query.length()) {
            char c = query.charAt(at);
            if (query.startsWith(FENCE, at)) {
                skipTo(FENCE);
            } else if (query.startsWith("//", at)) {
                skipTo("\n");
            } else if (c == '"' || c == '\'') {
                skipText(c, at > 0 && query.charAt(at - 1) == '@');
            } else {
                rest.append(c);
                at++;
            }
        }
        return rest.toString();
    }

    private void skipTo(String end) {
        int found = query.indexOf(end, at + end.length());
        at = found < 0 ? query.length() : found + end.length();
        rest.append(end.equals("\n") ? '\n' : ' ');
    }

    /** A doubled quote in a verbatim text ends it and begins another, which comes to the same. */
    private void skipText(char quote, boolean verbatim) {
        at++;
        while (at < query.length() && query.charAt(at) != quote) {
            at += !verbatim && query.charAt(at) == '\\' ? 2 : 1;
        }
        at++;
        rest.append(' ');
    }
}
