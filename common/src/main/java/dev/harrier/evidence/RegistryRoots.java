package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isWord;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Where registry keys begin: at a hive, however it is written, or at a folder that only the registry has. */
record RegistryRoots(RefangedText text) {
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

    private static final List<Root> ROOT_KEYS = Stream.of(
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
                    "currentversion\\run")
            .map(Root::of)
            .toList();

    /** A folder with its backslash, and what stands below it; the backslash may be doubled. */
    private record Root(String folder, String below) {
        static Root of(String key) {
            int below = key.indexOf('\\') + 1;
            return new Root(key.substring(0, below), key.substring(below));
        }

        boolean isAt(RefangedText text, int start) {
            int at = start + folder.length();
            return text.matches(start, folder)
                    && (text.matches(at, below) || (text.at(at) == '\\' && text.matches(at + 1, below)));
        }
    }

    /**
     * Where a key begins whose own backslash is at {@code start}: {@code HKLM:\x}, {@code (HKLM|HKCU)\Software\x}, {@code \Software\Microsoft\x},
     * {@code \REGISTRY\MACHINE\x}; -1 when this is none.
     */
    int root(int start) {
        int word = start - 1;
        while (text.at(start - 1) == ':' && word > start - 21 && isWord(text.at(word - 1))) {
            word--;
        }
        if (word < start - 1 && isHive(word, start - 1)) {
            return word;
        }
        boolean rooted = !isWord(text.at(start - 1)) && isRoot(start + 1);
        return rooted || text.matches(start, "\\registry\\") ? start : -1;
    }

    /** Folders of the registry that no disk has. */
    boolean isRoot(int start) {
        char first = Characters.lower(text.at(start));
        if (first != 's' && first != 'm' && first != 'c') {
            return false;
        }
        for (Root root : ROOT_KEYS) {
            if (root.isAt(text, start)) {
                return true;
            }
        }
        return false;
    }

    boolean isHive(int start, int end) {
        int length = end - start;
        return length >= 3 && length <= 19 && text.matches(start, "hk") && isHive(text.between(start, end));
    }

    private static boolean isHive(String word) {
        return HIVES.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Where a hive ends whose underscores Markdown escapes: {@code HKEY\_LOCAL\_MACHINE}; -1 when this is none. */
    int escapedHive(int start, int end) {
        if (end - start != 4 || !text.matches(start, "hkey") || text.at(end + 1) != '_') {
            return -1;
        }
        int i = end;
        while (i < start + 30 && (isWord(text.at(i)) || (text.at(i) == '\\' && text.at(i + 1) == '_'))) {
            i++;
        }
        return isHive(text.between(start, i).replace("\\", "")) ? i : -1;
    }
}
