package dev.harrier.hunt.compose;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Facts about what half of every estate does or has, so that a hunt for it alone would say nothing. */
final class Commonness {
    private static final Set<String> PROGRAMS = Words.set("common-programs.txt");
    private static final Set<String> SEGMENTS = Words.set("common-segments.txt");
    private static final Set<String> NAMES = Words.set("common-names.txt");
    private static final Set<String> LIBRARIES = Words.set("windows-libraries.txt");
    private static final Set<String> UNUSUAL_PARENTS = Words.set("unusual-parents.txt");
    private static final Set<String> SHELLS = Set.of(
            "cmd.exe",
            "powershell.exe",
            "pwsh.exe",
            "wscript.exe",
            "cscript.exe",
            "mshta.exe",
            "rundll32.exe",
            "regsvr32.exe",
            "bitsadmin.exe",
            "certutil.exe",
            "wmic.exe",
            "msbuild.exe",
            "schtasks.exe");
    private static final Pattern GENERIC = Pattern.compile(
            "(setup|install|installer|update|updater|test|temp|tmp|new|file|data|main|app|client|server|readme|index|config|"
                    + "document|invoice|payload|malware|sample|script|run|start|[a-z0-9]{1,3})\\.[a-z0-9]{1,5}");
    private static final Pattern UNKNOWN = Pattern.compile("[^a-z0-9]*[a-z0-9]?[*][^a-z0-9]*([.][a-z0-9]{1,5})?");
    private static final List<Pattern> COMMON_AGENTS = List.of(
            Pattern.compile(
                    "Mozilla/5\\.0 \\([^)]*\\) AppleWebKit/[0-9.]+ \\(KHTML, like Gecko\\) Chrome/[0-9.]+ Safari/[0-9.]+"
                            + "( Edg/[0-9.]+)?"),
            Pattern.compile("Mozilla/5\\.0 \\([^)]*\\) Gecko/[0-9]+ Firefox/[0-9.]+"),
            Pattern.compile(
                    "(curl|Wget|python-requests|Python-urllib|Go-http-client|okhttp|Java|axios|node-fetch)/[0-9.]+"));

    private Commonness() {}

    /** A program that ships with Windows or is found everywhere, by base name. */
    static boolean isProgram(String name) {
        return PROGRAMS.contains(lower(name));
    }

    /** A library of Windows, by base name, that attackers put beside a program which then loads theirs. */
    static boolean isLibrary(String name) {
        return LIBRARIES.contains(lower(name));
    }

    /** A file name that many unrelated files bear. */
    static boolean isFileName(String name) {
        return isProgram(name) || GENERIC.matcher(lower(name)).matches();
    }

    /** A service, task or pipe that every Windows has, or a name too short to mean something. */
    static boolean isName(String name) {
        return name.strip().length() < 4 || NAMES.contains(lower(name.strip()));
    }

    /** A folder or registry key that every Windows has, by its own name. */
    static boolean isSegment(String segment) {
        return segment.isBlank()
                || SEGMENTS.contains(lower(segment))
                || UNKNOWN.matcher(lower(segment)).matches();
    }

    /** Whether every part of a path is a common one. */
    static boolean isAllCommon(String path) {
        return Stream.of(path.split("\\\\")).allMatch(Commonness::isSegment);
    }

    static boolean isUserAgent(String agent) {
        return agent.strip().length() < 8
                || COMMON_AGENTS.stream().anyMatch(p -> p.matcher(agent.strip()).matches());
    }

    /** A pair of common programs that is rare all the same: a server or document reader with a script host as its child. */
    static boolean isUnusualPair(String parent, String child) {
        return UNUSUAL_PARENTS.contains(lower(parent)) && SHELLS.contains(lower(child));
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
