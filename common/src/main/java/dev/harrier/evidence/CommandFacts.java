package dev.harrier.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a command itself says that it makes: a service, a scheduled task, a registry value. */
final class CommandFacts {
    private static final String WORD = "(?:\"([^\"]{1,120})\"|'([^']{1,120})'|([^\\s\"']{1,120}))";
    private static final Pattern SERVICE =
            Pattern.compile("(?i)\\bsc(?:\\.exe)? (?:\\\\\\\\\\S{1,60} )?create " + WORD);
    private static final Pattern NEW_SERVICE = Pattern.compile("(?i)\\bnew-service (?:.{0,200}?-name )?" + WORD);
    private static final Pattern TASK =
            Pattern.compile("(?i)\\bschtasks(?:\\.exe)? .{0,300}?/create .{0,300}?/tn " + WORD);
    private static final Pattern TASK_NAME =
            Pattern.compile("(?i)\\bregister-scheduledtask .{0,300}?-taskname " + WORD);
    private static final Pattern KEY = Pattern.compile("(?i)\\breg(?:\\.exe)? add " + WORD);
    private static final Pattern VALUE = Pattern.compile("(?i) /v " + WORD);
    private static final Pattern DATA = Pattern.compile("(?i) /d " + WORD);

    private CommandFacts() {}

    static void add(List<Behaviour> behaviours) {
        List<Behaviour> more = new ArrayList<>();
        for (Behaviour behaviour : behaviours) {
            if (behaviour instanceof Behaviour.CommandLine command
                    && command.commandLine().length() <= 2_000) {
                of(command, more);
            }
        }
        behaviours.addAll(more);
    }

    private static void of(Behaviour.CommandLine command, List<Behaviour> more) {
        String line = command.commandLine();
        Quote quote = command.quote();
        first(SERVICE, line)
                .or(() -> first(NEW_SERVICE, line))
                .ifPresent(n -> more.add(new Behaviour.Service(n, quote)));
        first(TASK, line)
                .or(() -> first(TASK_NAME, line))
                .ifPresent(n -> more.add(new Behaviour.ScheduledTask(n, quote)));
        first(KEY, line).ifPresent(key -> more.add(registry(key, line, quote)));
    }

    private static Behaviour registry(String key, String line, Quote quote) {
        String path = first(VALUE, line).map(v -> key + "\\" + v).orElse(key);
        return new Behaviour.RegistryValue(path, first(DATA, line), quote);
    }

    private static Optional<String> first(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.find()) {
            return Optional.empty();
        }
        String word = matcher.group(1) != null
                ? matcher.group(1)
                : matcher.group(2) != null ? matcher.group(2) : matcher.group(3);
        boolean placeholder =
                word.indexOf('<') >= 0 || word.indexOf('%') == 0 || word.startsWith("$") || word.startsWith("-");
        return placeholder ? Optional.empty() : Optional.of(word);
    }
}
