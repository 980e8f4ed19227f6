package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isWord;

import java.util.List;
import java.util.Locale;
import java.util.Set;

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

    boolean isHive(int start, int end) {
        int length = end - start;
        return length >= 3 && length <= 19 && isHive(text.between(start, end));
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
