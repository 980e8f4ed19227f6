package dev.harrier.evidence;

import java.util.Locale;
import java.util.Set;

/** Which words name programs, and which only look like it. Immutable. */
final class Programs {
    private static final Set<String> LIVING_OFF_THE_LAND = FactFile.words("command-programs.txt");
    private static final Set<String> ENDINGS =
            Set.of("exe", "com", "scr", "bat", "cmd", "ps1", "vbs", "js", "hta", "msi", "dll", "cpl");

    private Programs() {}

    /** Whether a command line may begin with this word: a known system program, with or without {@code .exe}. */
    static boolean startsCommand(String word) {
        return LIVING_OFF_THE_LAND.contains(withoutEnding(base(word)));
    }

    /** Whether this names an executable file: {@code x.exe}. */
    static boolean isExecutable(String word) {
        String base = base(word);
        int dot = base.lastIndexOf('.');
        String ending = dot < 1 ? "" : base.substring(dot + 1);
        return ending.equals("exe") || ending.equals("scr") || (ending.equals("com") && startsCommand(base));
    }

    /** The last part of a path, lower case. */
    static String base(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.substring(Math.max(lower.lastIndexOf('\\'), lower.lastIndexOf('/')) + 1);
    }

    /** A word without the quotes, brackets and punctuation around it. */
    static String bare(String word) {
        int start = 0;
        int end = word.length();
        while (start < end && "\"'(".indexOf(word.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "\"'),;:".indexOf(word.charAt(end - 1)) >= 0) {
            end--;
        }
        return word.substring(start, end);
    }

    private static String withoutEnding(String base) {
        int dot = base.lastIndexOf('.');
        return dot > 0 && ENDINGS.contains(base.substring(dot + 1)) ? base.substring(0, dot) : base;
    }

    /** The image name that telemetry shows for a program that was named with or without its ending. */
    static String image(String word) {
        String base = base(word);
        if (CMDLETS.contains(base)) {
            return "powershell.exe";
        }
        boolean windows = WINDOWS.contains(base);
        return windows ? base + ".exe" : base;
    }

    /** Commands that only PowerShell knows, and that make no process of their own. */
    private static final Set<String> CMDLETS = Set.of("set-mppreference", "add-mppreference");

    private static final Set<String> WINDOWS = FactFile.words("windows-programs.txt");
}
