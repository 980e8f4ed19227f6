package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isWord;

import java.util.Set;

/** Reads names that stand beside the word for what they name: a mutex, a scheduled task, a service, a package, a user agent. */
final class NamedThings {
    private static final int REACH = 60;
    private static final String OPENING = "\"`\u201c'\u2018";
    private static final String CLOSING = "\"`\u201d'\u2019";
    private static final Set<String> LINKS = Set.of(
            "named",
            "called",
            "name",
            "is",
            "was",
            "with",
            "the",
            "a",
            "an",
            "as",
            "of",
            "package",
            "packages",
            "object",
            "under",
            "value",
            "created",
            "string",
            "header",
            "and",
            "to",
            "process",
            "pipe",
            "job",
            "scheduled");

    private final RefangedText text;
    private final Findings findings;

    NamedThings(RefangedText text, Findings findings) {
        this.text = text;
        this.findings = findings;
    }

    void read() {
        each(Cue.MUTEX, IndicatorType.MUTEX);
        each(Cue.TASK, IndicatorType.TASK);
        each(Cue.SERVICE, IndicatorType.SERVICE);
        each(Cue.PIPE, IndicatorType.PIPE);
        each(Cue.PACKAGE, IndicatorType.PACKAGE);
        each(Cue.USER_AGENT, IndicatorType.USER_AGENT);
    }

    private void each(Cue cue, IndicatorType type) {
        for (int at : findings.placesOf(cue)) {
            int after = at;
            while (isWord(text.at(after))) {
                after++;
            }
            int open = opening(after);
            if (open >= 0) {
                quoted(type, open);
            }
        }
    }

    /** The quotation mark behind the cue, with only linking words between; -1 when something else stands there. */
    private int opening(int from) {
        int i = from;
        while (i < text.length && i < from + REACH) {
            char c = text.chars[i];
            if (OPENING.indexOf(c) >= 0) {
                return i;
            }
            if (isWord(c)) {
                int end = i;
                while (isWord(text.at(end)) && end < i + 20) {
                    end++;
                }
                if (!LINKS.contains(text.between(i, end).toLowerCase(java.util.Locale.ROOT))) {
                    return -1;
                }
                i = end;
            } else if (c == ' ' || c == ':' || c == '*' || c == '(' || c == '=' || c == '\t') {
                i++;
            } else {
                return -1;
            }
        }
        return -1;
    }

    private void quoted(IndicatorType type, int open) {
        char close = CLOSING.charAt(OPENING.indexOf(text.chars[open]));
        int longest = type == IndicatorType.USER_AGENT ? 400 : 100;
        int end = open + 1;
        while (end < text.length && end < open + longest && text.chars[end] != close && text.chars[end] != '\n') {
            end++;
        }
        if (text.at(end) == close && end - open > 3 && fits(type, open + 1, end)) {
            findings.add(type, text.between(open + 1, end), open + 1, end);
        }
    }

    private boolean fits(IndicatorType type, int start, int end) {
        int blanks = 0;
        for (int i = start; i < end; i++) {
            blanks += text.chars[i] == ' ' ? 1 : 0;
        }
        boolean package_ = type == IndicatorType.PACKAGE;
        boolean mutex = type == IndicatorType.MUTEX || type == IndicatorType.PIPE;
        return (package_ || mutex) ? blanks == 0 : blanks <= 6 || type == IndicatorType.USER_AGENT;
    }
}
