package dev.harrier.cli;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.connector.Settings;
import dev.harrier.deploy.Deployment;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.lab.LabException;
import dev.harrier.lab.LabLimits;
import dev.harrier.measure.Window;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Where hunts go: the options that name targets, events and the stretch of time, and the targets made of them. */
final class Workspace implements AutoCloseable {
    @Option(
            names = "--to",
            split = ",",
            defaultValue = "lab",
            paramLabel = "TARGET",
            description = "Where to: lab, splunk, sentinel. Default: ${DEFAULT-VALUE}.")
    private List<String> to;

    @Option(
            names = "--events",
            arity = "1..*",
            paramLabel = "FILE",
            description =
                    "Events to load into the lab: files and folders, - for standard input; JSON, CSV, Zeek, W3C, plain,"
                            + " .gz or .zst; Parquet.")
    private List<Path> events = List.of();

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long to wait for another run that uses the lab's file. Default: ${DEFAULT-VALUE}.")
    private long wait;

    @Option(names = "--lab", paramLabel = "FILE", description = "Keep the lab in this file. Default: in memory.")
    private Path labFile;

    @Option(
            names = "--deployment",
            defaultValue = "default",
            paramLabel = "NAME",
            description = "Marks our objects; two deployments never touch each other's. Default: ${DEFAULT-VALUE}.")
    private String deployment;

    @Option(names = "--live", description = "Deploy live at once, not in shadow.")
    private boolean live;

    @Option(
            names = "--since",
            paramLabel = "INSTANT",
            description = "Search from here (UTC, like 2026-11-01T00:00:00Z).")
    private Instant since;

    @Option(names = "--until", paramLabel = "INSTANT", description = "Search up to here, exclusive.")
    private Instant until;

    private final List<Target> targets = new ArrayList<>();
    private Lab lab;
    private ExitCode outcome = ExitCode.OK;

    String deployment() {
        return deployment;
    }

    Deployment.State state() {
        return live ? Deployment.State.LIVE : Deployment.State.SHADOW;
    }

    /** What went wrong in loading events. */
    ExitCode outcome() {
        return outcome;
    }

    boolean usesLab() {
        return to.contains("lab");
    }

    /** The lab, opened on first use and loaded with the events that were named. */
    Lab lab(Console console) {
        if (lab == null) {
            lab = labFile == null ? Lab.inMemory() : Lab.at(labFile, LabLimits.DEFAULT, Duration.ofSeconds(wait));
            outcome = outcome.or(EventFeed.load(lab, events, console));
        }
        return lab;
    }

    static ExitCode exitCode(LabException e) {
        return switch (e.kind()) {
            case UNREADABLE, BUSY -> ExitCode.USAGE;
            case CUT_SHORT -> ExitCode.CONTENT;
            case STORAGE -> ExitCode.INTERNAL;
        };
    }

    /**
     * The targets that were asked for.
     *
     * @throws ParameterException through {@code command} if one is unknown
     */
    List<Target> targets(Console console, picocli.CommandLine command) {
        if (targets.isEmpty()) {
            List<ConnectorProvider> providers = Connectors.discover();
            to.forEach(name -> add(name, providers, console, command));
        }
        return targets;
    }

    private void add(String name, List<ConnectorProvider> providers, Console console, picocli.CommandLine command) {
        if (name.equals("lab")) {
            for (ConnectorProvider provider : providers) {
                Lab opened = lab(console);
                opened.install(provider.dialect());
                targets.add(new Target(
                        "lab:" + provider.dialect().name(),
                        provider.dialect(),
                        new LabConnector(opened, provider.dialect(), deployment)));
            }
            return;
        }
        ConnectorProvider provider = providers.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command,
                        "no connector is called " + name + "; there are lab"
                                + providers.stream().map(p -> ", " + p.name()).reduce("", String::concat)));
        Settings settings = EnvironmentSettings.read(name, deployment, System.getenv());
        targets.add(new Target(name, provider.dialect(), provider.connect(settings)));
    }

    /** What is searched: as asked, else the lab's whole span, else the last seven days. */
    Window window(Clock clock) {
        Optional<Window> span = Optional.ofNullable(lab).flatMap(Lab::span);
        Instant end = until != null ? until : span.map(Window::to).orElseGet(clock::instant);
        Instant start = since != null ? since : span.map(Window::from).orElse(end.minus(Duration.ofDays(7)));
        return new Window(start, end);
    }

    @Override
    public void close() {
        targets.forEach(target -> target.connector().close());
        if (lab != null) {
            lab.close();
        }
    }
}
