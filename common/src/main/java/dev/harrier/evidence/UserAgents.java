package dev.harrier.evidence;

/** User agents that no quotation marks enclose: header lines, and lines or quoted spans that begin as browsers' do. */
final class UserAgents {
    private static final int LONGEST = 400;
    private static final String BROWSER = "mozilla/";
    private static final String OPENING = "\"`\u201c'|*";
    private static final String CLOSING = "\"`\u201d'|*";

    private final RefangedText text;
    private final Findings findings;

    UserAgents(RefangedText text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    void read() {
        for (int at : findings.placesOf(Cue.USER_AGENT)) {
            header(at);
        }
        for (int at : findings.placesOf(Cue.BROWSER)) {
            if (text.matches(at, BROWSER)) {
                browser(at);
            }
        }
    }

    /** {@code User-Agent: x/1.0} to the end of its line. */
    private void header(int cue) {
        int colon = cue;
        while (Characters.isWord(text.at(colon))) {
            colon++;
        }
        int start = colon + 2;
        if (start >= text.length) {
            return;
        }
        boolean header =
                text.at(colon) == ':' && text.at(colon + 1) == ' ' && Characters.isAlphanumeric(text.at(start));
        int end = lineEnd(start);
        boolean product =
                text.between(start, Math.max(start, end)).matches("[\\w.-]{2,60}/\\d.*|[A-Za-z][\\w.-]{2,40}");
        if (header && end - start >= 4 && product) {
            findings.add(IndicatorType.USER_AGENT, text.between(start, end), start, end);
        }
    }

    private void browser(int start) {
        int which = OPENING.indexOf(text.at(start - 1));
        boolean ownLine = atLineStart(start);
        if (!Characters.isDigit(text.at(start + BROWSER.length())) || (which < 0 && !ownLine)) {
            return;
        }
        int end = which < 0 ? lineEnd(start) : closing(start, CLOSING.charAt(which));
        if (end - start >= 20) {
            findings.add(IndicatorType.USER_AGENT, text.between(start, end), start, end);
        }
    }

    private boolean atLineStart(int start) {
        int i = start - 1;
        while (i > start - 6 && " \t-*|>".indexOf(text.at(i)) >= 0) {
            i--;
        }
        return text.at(i) == '\n';
    }

    private int closing(int start, char close) {
        int end = start;
        while (end < text.length && end < start + LONGEST && text.chars[end] != close && text.chars[end] != '\n') {
            end++;
        }
        return text.at(end) == close ? trimmed(start, end) : start;
    }

    private int lineEnd(int start) {
        int end = start;
        while (end < text.length
                && end < start + LONGEST
                && text.chars[end] != '\n'
                && text.chars[end] != '`'
                && text.chars[end] != '|') {
            end++;
        }
        return end == start + LONGEST ? start : trimmed(start, end);
    }

    private int trimmed(int start, int end) {
        int i = end;
        while (i > start && Characters.isSpace(text.chars[i - 1])) {
            i--;
        }
        return i;
    }
}
