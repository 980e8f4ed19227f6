package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isWord;

import java.util.Set;
import java.util.regex.Pattern;

/** Reads names that stand beside the word for what they name: a mutex, a scheduled task, a service, a user agent. */
final class NamedThings {
    private static final int REACH = 60;
    private static final int OBJECT_REACH = 12;
    private static final int KIND_REACH = 8;
    private static final Pattern KIND = Pattern.compile("(?i)(?:sha|md|ipv|cve)-?\\d*\\b");
    private static final String OPENING = "\"`\u201c'\u2018*_\u00ab";
    private static final String CLOSING = "\"`\u201d'\u2019*_\u00bb";
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
            "scheduled",
            "task",
            "service",
            "new",
            "windows",
            "following",
            "hardcoded",
            "hard-coded",
            "identifier",
            "id",
            "using",
            "display",
            "be",
            "has");
    private static final Set<String> NAMING = Set.of("named", "called", "name", "value");

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
        each(Cue.USER_AGENT, IndicatorType.USER_AGENT);
        new UserAgents(text, findings).read();
        new PackageReader(text, findings).read();
    }

    private void each(Cue cue, IndicatorType type) {
        for (int at : findings.placesOf(cue)) {
            int after = at;
            while (isWord(text.at(after))) {
                after++;
            }
            int open = opening(after);
            boolean before = before(type, at);
            if (!before && open >= 0) {
                quoted(type, open);
            } else if (!before) {
                bare(type, after);
                if (type == IndicatorType.MUTEX) {
                    object(after);
                }
            }
        }
    }

    /** {@code the "Update Check" task}: a name between quotation marks right before its word. Returns whether one stands there. */
    private boolean before(IndicatorType type, int cue) {
        int close = cue - 1;
        while (close > cue - 24 && (text.at(close) == ' ' || isWord(text.at(close)))) {
            close--;
        }
        boolean links = linksOnly(close + 1, cue);
        int which = CLOSING.indexOf(text.at(close));
        int open = close - 1;
        while (links
                && which >= 0
                && open > close - 80
                && text.at(open) != OPENING.charAt(which)
                && text.at(open) != '\n') {
            open--;
        }
        boolean found = links
                && which >= 0
                && text.at(open) == OPENING.charAt(which)
                && !isWord(text.at(open - 1))
                && type != IndicatorType.USER_AGENT
                && (type != IndicatorType.SERVICE || text.matches(cue - 8, "windows "))
                && close - open > 3
                && fits(type, open + 1, close);
        if (found) {
            findings.add(type, text.between(open + 1, close), open + 1, close);
        }
        return found;
    }

    private boolean linksOnly(int from, int to) {
        String between = text.between(Math.max(0, from), to).strip();
        return from >= 0
                && text.at(from) == ' '
                && (between.isEmpty() || LINKS.contains(between.toLowerCase(java.util.Locale.ROOT)));
    }

    /** {@code a service named WinHelpSvc}: without quotation marks a name must look like one, and stand right behind a word of naming. */
    private void bare(IndicatorType type, int from) {
        int start = from;
        boolean naming = false;
        for (int words = 0; words < 4 && text.at(start) == ' '; words++) {
            int wordStart = start + 1;
            int end = wordStart;
            while (isWord(text.at(end)) && end < wordStart + 60) {
                end++;
            }
            String word = text.between(wordStart, end).toLowerCase(java.util.Locale.ROOT);
            if (!LINKS.contains(word)) {
                break;
            }
            naming |= NAMING.contains(word);
            start = end;
        }
        if (naming && (text.at(start) == ' ' || text.at(start) == ':')) {
            name(type, text.at(start + 1) == ' ' ? start + 2 : start + 1);
        }
    }

    /** {@code its mutex is Global\\x}, {@code | Mutex | x |}: a cell beside the word, or a name in a namespace of Windows' objects. */
    private void object(int from) {
        int start = from;
        boolean cell = false;
        for (int skipped = 0; skipped < OBJECT_REACH && " :=|\t`*\"(".indexOf(text.at(start)) >= 0; skipped++) {
            cell |= text.at(start) == '|';
            start++;
            start += text.matches(start, "is ") ? 2 : 0;
        }
        boolean spaced = text.matches(start, "global\\") || text.matches(start, "local\\");
        if (start > from && (spaced || (cell && !KIND.matcher(cell(start)).lookingAt()))) {
            name(IndicatorType.MUTEX, start);
        }
    }

    private String cell(int start) {
        return text.between(Math.min(start, text.length), Math.min(start + KIND_REACH, text.length));
    }

    private void name(IndicatorType type, int start) {
        int end = start;
        while (end < start + 100 && (isWord(text.at(end)) || "{}\\.$@#!".indexOf(text.at(end)) >= 0)) {
            end++;
        }
        while (end > start && text.at(end - 1) == '.') {
            end--;
        }
        if (end - start >= 4 && looksMade(text.between(start, end)) && type != IndicatorType.USER_AGENT) {
            findings.add(type, text.between(start, end), start, end);
        }
    }

    /** Whether a word is no plain word: a capital or digit inside, an underscore, braces. */
    private static boolean looksMade(String word) {
        return word.chars()
                        .skip(1)
                        .anyMatch(c -> Character.isUpperCase(c) || Character.isDigit(c) || c == '_' || c == '\\')
                && word.chars().anyMatch(Character::isLetter)
                && !word.matches("[A-Z]{2,5}|CVE-.*|T\\d{4}.*");
    }

    /** The quotation mark behind the cue, with only linking words between; -1 when something else stands there. */
    private int opening(int from) {
        int i = from;
        while (i < text.length && i < from + REACH) {
            char c = text.chars[i];
            boolean emphasis = c == '*' || c == '_';
            boolean apostrophe = c == '\'' && isWord(text.at(i - 1));
            if (OPENING.indexOf(c) >= 0
                    && !apostrophe
                    && !(emphasis && (text.at(i + 1) == c || text.at(i + 1) == ' '))) {
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
        char first = text.at(start);
        boolean named = Characters.isAlphanumeric(first) || "{%\\#$@_~[<".indexOf(first) >= 0;
        if (!named || (type != IndicatorType.USER_AGENT && text.at(end - 1) == ' ')) {
            return false;
        }
        boolean mutex = type == IndicatorType.MUTEX || type == IndicatorType.PIPE;
        return mutex ? blanks == 0 : blanks <= 6 || type == IndicatorType.USER_AGENT;
    }
}
