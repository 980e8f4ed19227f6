package dev.harrier.hunt.compose;

import dev.harrier.evidence.Behaviour;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What of a command line must be there, in whatever order: blanks, quotation marks and the order of options are the attacker's choice.
 * What varies from run to run is no fragment in the first place; switches that have several spellings, and bare numbers, are left
 * out as long as the rest tells enough. A word counts its length up to twenty, and a command needs twelve in all.
 */
final class CommandWords {
    private static final int ENOUGH = 12;
    private static final int MOST_FOR_ONE = 20;
    private static final int SHORTEST = 3;
    private static final Pattern SWITCH = Pattern.compile("[-/][A-Za-z?]");
    private static final Pattern STARTS = Pattern.compile("(?i)/c +\"?([a-z0-9_-]{2,30})(?:\\.exe)?(?= )");
    private static final Set<String> GENERIC = Set.of(
            "http",
            "https",
            "http://",
            "https://",
            "-command",
            "-file",
            "/c",
            "/create",
            "/tn",
            "/tr",
            "/sc",
            "/s",
            "/q",
            "-enc",
            "-nop",
            "hidden",
            "bypass",
            "-executionpolicy",
            "create",
            "query",
            "copy",
            "install",
            "cmd.exe",
            "powershell.exe",
            "cmd",
            "powershell",
            "/quiet",
            "/all",
            "start",
            "true",
            "false");

    private CommandWords() {}

    /** The words that all must be there; the fragments as they are, where words without their order would tell too little. */
    static List<PathText> of(List<PathText> fragments) {
        List<PathText> words = fragments.stream()
                .flatMap(fragment -> fragment.words().stream())
                .filter(word -> isSpecific(word.shown()) || isSwitch(word))
                .map(word -> isSwitch(word) ? word.afterBlank() : word)
                .distinct()
                .toList();
        return tell(words) ? words : fragments;
    }

    private static boolean isSwitch(PathText word) {
        return SWITCH.matcher(word.shown()).matches() && isSpelledOneWay(word.shown());
    }

    private static boolean isSpelledOneWay(String word) {
        return !GENERIC.contains(word.toLowerCase(Locale.ROOT));
    }

    /** Whether parts are enough to tell a command from everyday use of its program. */
    static boolean tell(List<PathText> parts) {
        return parts.stream().mapToInt(CommandWords::score).sum() >= ENOUGH;
    }

    private static int score(PathText part) {
        int length = part.shown().replace("*", "").strip().length();
        return length < SHORTEST ? 0 : Math.min(length, MOST_FOR_ONE);
    }

    /** The program of Windows that a shell was told to start, whose own event has the same words. */
    static Optional<String> startedBy(Behaviour.CommandLine command) {
        Matcher started = STARTS.matcher(command.commandLine());
        return command.executable().equals("cmd.exe") && started.find()
                ? Optional.of(started.group(1).toLowerCase(Locale.ROOT) + ".exe")
                        .filter(Commonness::isProgram)
                : Optional.empty();
    }

    static boolean isSpecific(String fragment) {
        String text = fragment.strip().toLowerCase(Locale.ROOT);
        return text.length() >= SHORTEST
                && !GENERIC.contains(text)
                && text.codePoints().noneMatch(Character::isISOControl);
    }
}
