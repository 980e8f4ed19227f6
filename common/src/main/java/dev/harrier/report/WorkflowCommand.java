package dev.harrier.report;

import java.util.Map;
import java.util.stream.Collectors;

/** A workflow command of GitHub Actions, on one line. Hostile text can't start a command of its own. */
public final class WorkflowCommand {
    private WorkflowCommand() {}

    /**
     * Writes a command.
     *
     * @param command {@code notice}, {@code warning} or {@code error}
     * @param properties names are ours, values may be hostile
     * @param message may be hostile
     */
    public static String of(String command, Map<String, String> properties, String message) {
        String written = properties.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + property(entry.getValue()))
                .collect(Collectors.joining(","));
        return "::" + command + " " + written + "::" + data(message);
    }

    /** As @actions/toolkit's command.ts escapes data. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
