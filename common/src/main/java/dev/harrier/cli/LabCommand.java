package dev.harrier.cli;

import dev.harrier.lab.HourlyEvents;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabLimits;
import dev.harrier.report.CoverageJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lab}: loads events, and says how many of each kind, host and hour are there. */
@Command(name = "lab", mixinStandardHelpOptions = true)
final class LabCommand implements Callable<Integer> {
    /** How the table is written. */
    enum Output {
        table,
        ndjson,
        json
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "EVENTS",
            description =
                    "Files and folders of events to load, - for standard input: JSON, CSV, Zeek, W3C; plain, .gz or"
                            + " .zst; Parquet.")
    private List<Path> events = List.of();

    @Option(names = "--lab", paramLabel = "FILE", description = "Keep the lab in this file. Default: in memory.")
    private Path labFile;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for another run that uses the lab's file. Default: ${DEFAULT-VALUE}.")
    private long wait;

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}.")
    private Output output;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() {
        Console console = options.console();
        try (Lab lab = open()) {
            ExitCode outcome = EventFeed.load(lab, events, console);
            show(lab.hourly(), console);
            return outcome.number();
        }
    }

    private Lab open() {
        return labFile == null
                ? Lab.inMemory()
                : Lab.at(labFile, LabLimits.DEFAULT, Duration.ofSeconds(Math.max(wait, 0)));
    }

    private void show(List<HourlyEvents> hours, Console console) {
        switch (output) {
            case table -> console.data(table(hours));
            case ndjson -> hours.forEach(hour -> console.data(json(hour)));
            case json ->
                console.data("["
                        + String.join(
                                ",\n ", hours.stream().map(LabCommand::json).toList()) + "]");
        }
    }

    private static String table(List<HourlyEvents> hours) {
        TextTable table = new TextTable("KIND", "HOST", "HOUR", "EVENTS");
        hours.forEach(hour ->
                table.row(hour.kind().words(), hour.host(), hour.hour().toString(), String.valueOf(hour.events())));
        return table.text();
    }

    private static String json(HourlyEvents hour) {
        return CoverageJson.line(hour.kind().category(), hour.host(), hour.hour(), hour.events());
    }
}
