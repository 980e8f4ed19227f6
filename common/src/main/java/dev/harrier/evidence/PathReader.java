package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isAlphanumeric;
import static dev.harrier.evidence.Characters.isLetter;
import static dev.harrier.evidence.Characters.isWord;

import java.util.List;
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

    private static final List<String> ROOT_KEYS = List.of(
            "software\\microsoft",
            "software\\classes",
            "software\\policies",
            "software\\wow6432node",
            "software\\odbc",
            "system\\currentcontrolset",
            "system\\controlset0",
            "system\\setup",
            "microsoft\\windows\\currentversion",
            "microsoft\\windows nt\\currentversion",
            "currentversion\\run");

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
        int hive = registryRoot(start);
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

    /**
     * Where a key begins whose own backslash is at {@code start}: {@code HKLM:\x}, {@code (HKLM|HKCU)\Software\x}, {@code \Software\Microsoft\x},
     * {@code \REGISTRY\MACHINE\x}; -1 when this is none.
     */
    private int registryRoot(int start) {
        int word = start - 1;
        while (text.at(start - 1) == ':' && word > start - 21 && isWord(text.at(word - 1))) {
            word--;
        }
        if (word < start - 1 && isHive(word, start - 1)) {
            return word;
        }
        boolean rooted = !isWord(text.at(start - 1)) && isRegistryRoot(start + 1);
        return rooted || text.matches(start, "\\registry\\") ? start : -1;
    }

    /** Folders of the registry that no disk has. */
    private boolean isRegistryRoot(int start) {
        for (String root : ROOT_KEYS) {
            int at = start + root.indexOf('\\');
            boolean doubled = text.matches(start, root.substring(0, root.indexOf('\\') + 1)) && text.at(at + 1) == '\\';
            if (text.matches(start, root)
                    || (doubled && text.matches(at + 2, root.substring(root.indexOf('\\') + 1)))) {
                return true;
            }
        }
        return false;
    }

    private int variable(int start) {
        int end = start + 1;
        while (end < start + 40 && (isWord(text.at(end)) || text.at(end) == '(' || text.at(end) == ')')) {
            end++;
        }
        boolean named = end > start + 2 && text.at(end) == '%' && startsSegment(text.at(end + 2));
        if (named && text.at(end + 1) == '/') {
            return unixPath(start);
        }
        return named && text.at(end + 1) == '\\' ? windows(start, end + 1) : 0;
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
        return length >= 3 && length <= 19 && isHive(text.between(start, end));
    }

    private static boolean isHive(String word) {
        return HIVES.contains(word.toLowerCase(java.util.Locale.ROOT));
    }

    /** A word before a backslash: a hive, or nothing. Returns where reading goes on. */
    int registry(int start, int end) {
        if (isHive(start, end)) {
            return key(start, end, end);
        }
        int escaped = escapedHive(start, end);
        if (escaped > end) {
            return key(start, escaped, escaped);
        }
        if (isScriptVariable(start)) {
            return Math.max(end, windows(start - 5, end));
        }
        return isRegistryRoot(start) ? key(start, end, end) : end;
    }

    /** Where a hive ends whose underscores Markdown escapes: {@code HKEY\_LOCAL\_MACHINE}; -1 when this is none. */
    private int escapedHive(int start, int end) {
        if (end - start != 4 || !text.matches(start, "hkey") || text.at(end + 1) != '_') {
            return -1;
        }
        int i = end;
        while (i < start + 30 && (isWord(text.at(i)) || (text.at(i) == '\\' && text.at(i + 1) == '_'))) {
            i++;
        }
        return isHive(text.between(start, i).replace("\\", "")) ? i : -1;
    }

    /** PowerShell's {@code $env:APPDATA\x}. */
    private boolean isScriptVariable(int start) {
        return text.matches(start - 5, "$env:");
    }

    private int key(int start, int hiveEnd, int backslash) {
        int end = withoutMarks(start, segments(backslash, true));
        if (end <= backslash + 1) {
            return end;
        }
        String hive = text.between(start, hiveEnd).replace("\\_", "_");
        out.add(IndicatorType.REGISTRY, single(hive + text.between(backslash, end)), start, end);
        return end;
    }

    private int windows(int start, int backslash) {
        int end = withoutMarks(start, Math.max(segments(backslash, false), quotedEnd(start)));
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

    /** Where a path ends that stands alone between quotation marks, blanks and all; -1 when what stands there is more than a path. */
    private int quotedEnd(int start) {
        char open = text.at(start - 1);
        if (open != '"' && open != '`' && open != '\'') {
            return -1;
        }
        int blanks = 0;
        for (int i = start; i < text.length && i < start + LONGEST; i++) {
            char c = text.chars[i];
            if (c == open) {
                return blanks <= 4 ? i : -1;
            }
            boolean option = c == ' ' && "-/%\"<>|&".indexOf(text.at(i + 1)) >= 0;
            if (c < ' ' || option || ends(c) || (c == ' ' && isExecutableAt(i - 3))) {
                return -1;
            }
            blanks += c == ' ' ? 1 : 0;
        }
        return -1;
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

    /** A blank in the name of an application of macOS: {@code /Applications/Google Chrome.app/x}. */
    private boolean inBundle(int blank) {
        for (int i = blank + 1; i < blank + BLANK_REACH && (isWord(text.at(i)) || text.at(i) == ' '); i++) {
            if (text.at(i + 1) == '.' && text.matches(i + 2, "app/")) {
                return true;
            }
        }
        return false;
    }

    private boolean isUnix(int i) {
        char c = text.chars[i];
        boolean space = c == ' ' && text.matches(i - 11, "application support/");
        boolean bundle = c == ' ' && isWord(text.at(i - 1)) && inBundle(i);
        return isWord(c) || space || bundle || "/.+:@%#$~{}=".indexOf(c) >= 0;
    }
}
