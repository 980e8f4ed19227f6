package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isLetter;
import static dev.harrier.evidence.Characters.isWord;

/** Reads Windows and Unix paths, shares, named pipes and registry keys, blanks in folder names included. */
final class PathReader {
    private final RefangedText text;
    private final Findings out;
    private final RegistryRoots roots;
    private final PathEnd ending;
    private final UnixPathReader unix;

    PathReader(RefangedText text, Findings out) {
        this.text = text;
        this.out = out;
        roots = new RegistryRoots(text);
        ending = new PathEnd(text);
        unix = new UnixPathReader(text, out);
    }

    /** A drive letter before {@code :\}. */
    int drive(int start, int colon) {
        if (!isLetter(text.chars[start])
                || text.at(colon + 2) == '/'
                || (!startsSegment(text.at(colon + 2)) && text.at(colon + 2) != '\\')) {
            return colon;
        }
        return text.at(colon + 1) == '\\' ? windows(start, colon + 1) : colon;
    }

    private static boolean startsSegment(char c) {
        return isWord(c) || "%$<{.[~!@(".indexOf(c) >= 0;
    }

    /** {@code \\.\pipe\x}, {@code \\host\share}, {@code %APPDATA%\x}, {@code <HKCU>\x}. Returns where reading goes on, 0 when none. */
    int special(int start) {
        return switch (text.chars[start]) {
            case '\\' -> text.at(start + 1) == '\\' ? share(start) : rooted(start);
            case '%' -> variable(start);
            default -> bracketedHive(start);
        };
    }

    private int share(int start) {
        int name = pipeName(start);
        if (name > 0) {
            return pipe(start, name);
        }
        boolean named = isAlphanumeric(text.at(start + 2)) || text.at(start + 2) == '?';
        return named ? windows(start, start + 1) : skipBackslashes(start);
    }

    /** Where the name begins behind {@code \\.\pipe\}, single, doubled or without its dot; -1 when this is no pipe. */
    private int pipeName(int start) {
        int i = skipBackslashes(start);
        if (text.at(i) == '.' || text.at(i) == '*' || text.at(i) == '?') {
            i = skipBackslashes(i + 1);
        }
        boolean pipe = i > start && text.at(i - 1) == '\\' && text.matches(i, "pipe\\");
        return pipe ? skipBackslashes(i + 4) : -1;
    }

    private int skipBackslashes(int start) {
        int i = start;
        while (text.at(i) == '\\') {
            i++;
        }
        return i;
    }

    private int pipe(int start, int nameStart) {
        int end = nameStart;
        while (end < text.length
                && end < nameStart + 128
                && (isWord(text.chars[end]) || ".{}*$".indexOf(text.chars[end]) >= 0)) {
            end++;
        }
        if (end > nameStart && text.chars[end - 1] == '.') {
            end--;
        }
        if (end - nameStart >= 2) {
            out.add(IndicatorType.PIPE, text.between(nameStart, end), start, end);
        }
        return end;
    }

    /** {@code \Users\x\y.exe}: at least two segments. */
    private int rooted(int start) {
        int name = pipeName(start);
        if (name > 0 && isWord(text.at(name)) && !isWord(text.at(start - 1))) {
            return pipe(start, name);
        }
        int hive = roots.root(start);
        if (hive >= 0) {
            return key(hive, /* hiveEnd= */ start, start);
        }
        if (!isWord(text.at(start + 1)) || isWord(text.at(start - 1)) || text.matches(start, "\\u00")) {
            return skipBackslashes(start);
        }
        int segment = start + 1;
        while (segment < start + 64 && isWord(text.at(segment))) {
            segment++;
        }
        return text.at(segment) == '\\' && isWord(text.at(segment + 1)) ? windows(start, start) : 0;
    }

    private int variable(int start) {
        int end = start + 1;
        while (end < start + 40 && (isWord(text.at(end)) || text.at(end) == '(' || text.at(end) == ')')) {
            end++;
        }
        boolean named = end > start + 2 && text.at(end) == '%' && startsSegment(text.at(end + 2));
        if (named && text.at(end + 1) == '/') {
            return unix.path(start);
        }
        return named && text.at(end + 1) == '\\' ? windows(start, end + 1) : 0;
    }

    private int bracketedHive(int start) {
        int end = start + 1;
        while (end < start + 24 && isWord(text.at(end))) {
            end++;
        }
        return text.at(end) == '>' && text.at(end + 1) == '\\' && roots.isHive(start + 1, end)
                ? key(start + 1, end, end + 1)
                : 0;
    }

    /** A word before a backslash: a hive, or nothing. Returns where reading goes on. */
    int registry(int start, int end) {
        if (roots.isHive(start, end)) {
            return key(start, end, end);
        }
        int escaped = roots.escapedHive(start, end);
        if (escaped > end) {
            return key(start, escaped, escaped);
        }
        if (isScriptVariable(start)) {
            return Math.max(end, windows(start - 5, end));
        }
        return roots.isRoot(start) ? key(start, end, end) : end;
    }

    /** PowerShell's {@code $env:APPDATA\x}. */
    private boolean isScriptVariable(int start) {
        return text.matches(start - 5, "$env:");
    }

    /** {@code /tmp/x}, {@code ~/x}. Returns where reading goes on, 0 when this is none. */
    int unix(int start) {
        return unix.read(start);
    }

    private int key(int start, int hiveEnd, int backslash) {
        int end = ending.withoutMarks(start, ending.end(backslash, true));
        if (end <= backslash + 1) {
            return end;
        }
        String hive = text.between(start, hiveEnd).replace("\\_", "_");
        out.add(IndicatorType.REGISTRY, single(hive + text.between(backslash, end)), start, end);
        return end;
    }

    private int windows(int start, int backslash) {
        int end = ending.withoutMarks(start, Math.max(ending.end(backslash, false), ending.quotedEnd(start)));
        if (end - backslash >= 3) {
            out.add(IndicatorType.FILEPATH, single(text.between(start, end)), start, end);
        }
        return end;
    }

    /** Backslashes that code or Markdown doubles, made single; the two that begin a share stay two. */
    private static String single(String path) {
        int from = path.startsWith("\\\\") ? 2 : 0;
        String rest = path.substring(from).replace("\\\\", "\\");
        return path.substring(0, from) + (from == 2 && rest.startsWith("\\") ? rest.substring(1) : rest);
    }
}
