package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isWord;

import java.util.Locale;
import java.util.Set;

/** Reads Unix paths below known roots and home folders, macOS bundles with blanks in their names included. */
final class UnixPathReader {
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

    private final RefangedText text;
    private final Findings out;

    UnixPathReader(RefangedText text, Findings out) {
        this.text = text;
        this.out = out;
    }

    /** {@code /tmp/x}, {@code ~/x}. Returns where reading goes on, 0 when this is none. */
    int read(int start) {
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
                        && ROOTS.contains(text.between(root, rootEnd).toLowerCase(Locale.ROOT)));
        return known ? path(start) : 0;
    }

    int path(int start) {
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
