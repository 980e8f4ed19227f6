package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isLetter;
import static dev.harrier.evidence.Characters.isWord;

import java.util.Set;

/** Reads Windows and Unix paths, shares, named pipes and registry keys, blanks in folder names included. */
final class PathReader {
    private static final int LONGEST = 400;
    private static final int BLANK_REACH = 40;
    private static final Set<String> ROOTS = Set.of(
            "etc",
            "tmp",
            "var",
            "usr",
            "home",
            "root",
            "opt",
            "dev",
            "proc",
            "bin",
            "sbin",
            "lib",
            "lib64",
            "library",
            "users",
            "applications",
            "system",
            "private",
            "mnt",
            "run",
            "srv",
            "data",
            "sys",
            "sdcard",
            "volumes",
            "boot");
    private static final Set<String> HIVES = Set.of(
            "hklm",
            "hkcu",
            "hkcr",
            "hku",
            "hkcc",
            "hkey_local_machine",
            "hkey_current_user",
            "hkey_classes_root",
            "hkey_users",
            "hkey_current_config");

    private final RefangedText text;
    private final Findings out;

    PathReader(RefangedText text, Findings out) {
        this.text = text;
        this.out = out;
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
        return isWord(c) || c == '%' || c == '$' || c == '<' || c == '{' || c == '.' || c == '[';
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
        if (text.matches(start, "\\\\.\\pipe\\") || text.matches(start, "\\\\*\\pipe\\")) {
            return pipe(start, start + 9);
        }
        boolean named = isAlphanumeric(text.at(start + 2)) || text.at(start + 2) == '?';
        return named ? windows(start, start + 1) : skipBackslashes(start);
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
        boolean path =
                end > start + 2 && text.at(end) == '%' && text.at(end + 1) == '\\' && startsSegment(text.at(end + 2));
        return path ? windows(start, end + 1) : 0;
    }

    private int bracketedHive(int start) {
        int end = start + 1;
        while (end < start + 24 && isWord(text.at(end))) {
            end++;
        }
        return text.at(end) == '>' && text.at(end + 1) == '\\' && isHive(start + 1, end)
                ? key(start + 1, end, end + 1)
                : 0;
    }

    private boolean isHive(int start, int end) {
        int length = end - start;
        return length >= 3
                && length <= 19
                && HIVES.contains(text.between(start, end).toLowerCase(java.util.Locale.ROOT));
    }

    /** A word before a backslash: a hive, or nothing. Returns where reading goes on. */
    int registry(int start, int end) {
        if (isHive(start, end)) {
            return key(start, end, end);
        }
        boolean system = text.matches(end, "\\currentcontrolset\\") && text.matches(start, "system");
        boolean software = text.matches(end, "\\microsoft\\windows") && text.matches(start, "software");
        return system || software ? key(start, end, end) : end;
    }

    private int key(int start, int hiveEnd, int backslash) {
        int end = segments(backslash, true);
        if (end <= backslash + 1) {
            return end;
        }
        out.add(IndicatorType.REGISTRY, text.between(start, hiveEnd) + text.between(backslash, end), start, end);
        return end;
    }

    private int windows(int start, int backslash) {
        int end = withoutMarks(start, segments(backslash, false));
        if (end - backslash >= 3) {
            out.add(IndicatorType.FILEPATH, text.between(start, end), start, end);
        }
        return end;
    }

    /** Consumes segments; a blank belongs to a path when a backslash follows soon, or an extension does. */
    private int segments(int from, boolean registry) {
        int limit = Math.min(text.length, from + LONGEST);
        boolean extension = false;
        int i = from;
        while (i < limit) {
            char c = text.chars[i];
            if (c == '\\') {
                extension = false;
            } else if (c == '.' && isAlphanumeric(text.at(i + 1))) {
                extension = !registry;
            } else if ((c == ' ' && !(!extension && blankBelongs(i, registry))) || ends(c) || markup(i)) {
                break;
            }
            i++;
        }
        while (i > from
                && ".,;:)]}'\\ ".indexOf(text.chars[i - 1]) >= 0
                && !(text.chars[i - 1] != '\\' && opened(from, i - 1))) {
            i--;
        }
        return i;
    }

    private boolean opened(int from, int at) {
        char open =
                switch (text.chars[at]) {
                    case ')' -> '(';
                    case ']' -> '[';
                    case '}' -> '{';
                    default -> 0;
                };
        for (int i = at; open != 0 && i >= from; i--) {
            if (text.chars[i] == open) {
                return true;
            }
        }
        return false;
    }

    /** The tag of a footnote, a line break, or an end tag. */
    private boolean markup(int i) {
        return text.chars[i] == '<' && (text.at(i + 1) == '/' || text.matches(i, "<sup") || text.matches(i, "<br"));
    }

    private boolean ends(char c) {
        return c < ' ' || "\"`|*?;,\u201c\u201d\u2018\u2019\u00a0'".indexOf(c) >= 0;
    }

    private boolean blankBelongs(int blank, boolean registry) {
        int words = 0;
        for (int i = blank + 1; i < text.length && i < blank + BLANK_REACH; i++) {
            char c = text.chars[i];
            if (c == '\\') {
                return i > blank + 1 && text.at(i - 1) != ' ';
            }
            if (c == ':' || c == '/' || ends(c) || c == '%' || c == '<' || hiveAt(i)) {
                return false;
            }
            words += c == ' ' ? 1 : 0;
            if (!registry && c == '.' && isExecutableAt(i + 1)) {
                return words <= 2;
            }
            if (words > 4 || (c == '.' && !isAlphanumeric(text.at(i + 1)))) {
                return false;
            }
        }
        return false;
    }

    private boolean hiveAt(int i) {
        return text.chars[i] == 'H' && text.at(i + 1) == 'K' && text.at(i - 1) == ' ';
    }

    private boolean isExecutableAt(int i) {
        return (text.matches(i, "exe") || text.matches(i, "dll") || text.matches(i, "lnk") || text.matches(i, "bat"))
                && !isWord(text.at(i + 3));
    }

    /** {@code /tmp/x}, {@code ~/x}. Returns where reading goes on, 0 when this is none. */
    int unix(int start) {
        char before = text.at(start - 1);
        if (isWord(before)
                || before == '/'
                || before == '.'
                || before == ':'
                || before == '<'
                || before == '>'
                || before == ')') {
            return 0;
        }
        int root = text.chars[start] == '~' ? start + 2 : start + 1;
        int rootEnd = root;
        while (rootEnd < root + 16 && isWord(text.at(rootEnd))) {
            rootEnd++;
        }
        boolean home =
                text.chars[start] == '~' && text.at(start + 1) == '/' && (rootEnd > root || text.at(root) == '.');
        boolean known = home
                || (text.at(rootEnd) == '/'
                        && ROOTS.contains(text.between(root, rootEnd).toLowerCase(java.util.Locale.ROOT)));
        return known ? unixPath(start) : 0;
    }

    /** AsciiDoc's {@code ++path++} without its marks. */
    private int withoutMarks(int start, int end) {
        boolean marked = text.at(start - 1) == '+' && text.at(end - 1) == '+' && text.at(end - 2) == '+';
        return marked ? end - 2 : end;
    }

    private int unixPath(int start) {
        int end = start + 1;
        while (end < text.length && end < start + LONGEST && isUnix(end)) {
            end++;
        }
        while (end > start && ".,:;".indexOf(text.chars[end - 1]) >= 0) {
            end--;
        }
        if (end - start >= 5) {
            out.add(IndicatorType.FILEPATH, text.between(start, end), start, end);
        }
        return end;
    }

    private boolean isUnix(int i) {
        char c = text.chars[i];
        boolean space = c == ' ' && text.matches(i - 11, "application support/");
        return isWord(c) || space || "/.+:@%#$~{}=".indexOf(c) >= 0;
    }
}
