package dev.harrier.cli;

import dev.harrier.config.Configuration;
import dev.harrier.config.HuntFilter;
import dev.harrier.config.TargetConfiguration;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.history.DeploymentLog;
import dev.harrier.history.Ledger;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.measure.Window;
import dev.harrier.operate.Target;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where hunts go: the options that name targets, events and the stretch of time, and the targets made of them. */
final class Workspace implements AutoCloseable {
    private static final String LAB = "lab";

    @Option(
            names = "--to",
            split = ",",
            paramLabel = "TARGET",
            description = "Where to: lab, splunk, sentinel, or targets of harrier.yml by name. Default: all targets of"
                    + " harrier.yml, else lab.")
    private List<String> to = List.of();

    @Option(
            names = "--deployment",
            paramLabel = "NAME",
            description =
                    "Marks our objects; two deployments never touch each other's. Default: that of harrier.yml, else"
                            + " \"default\".")
    private String deployment;

    @Option(names = "--live", description = "Deploy live at once, not in shadow.")
    private boolean live;

    @Mixin
    private LabOptions labOptions;

    @Mixin
    private TimeOptions time;

    @Mixin
    private SiteConfiguration site;

    private final List<Target> targets = new ArrayList<>();

    Configuration configuration() {
        return site.read();
    }

    SiteConfiguration site() {
        return site;
    }

    String deployment() {
        return deployment != null ? deployment : configuration().deployment();
    }

    /** What all hunts are to be; empty where each keeps what it is. */
    Optional<Deployment.State> state() {
        return live ? Optional.of(Deployment.State.LIVE) : Optional.empty();
    }

    /** How long to wait for another run. */
    Duration patience() {
        return labOptions.patience();
    }

    /** The ledger of counts. */
    Ledger ledger() {
        return new Ledger(historyFolder());
    }

    /** Where changes are written down; nowhere for a lab that is gone when the program ends. */
    Optional<DeploymentLog> deploymentLog() {
        boolean kept = labOptions.isKept() || !names().equals(List.of(LAB));
        return kept ? Optional.of(new DeploymentLog(historyFolder())) : Optional.empty();
    }

    /** Says that what was just written is gone, where it went to a lab that nobody keeps. */
    void sayWhatIsLost(Console console) {
        if (!labOptions.isKept() && names().contains(LAB)) {
            console.progress("the lab is in memory: nothing there is kept; --lab FILE keeps it, --to names a SIEM");
        }
    }

    Path historyFolder() {
        return Path.of(configuration().history());
    }

    /** What went wrong in loading events. */
    ExitCode outcome() {
        return labOptions.outcome();
    }

    /** The lab, opened on first use and loaded with the events that were named. */
    Lab lab(Console console) {
        return labOptions.lab(console);
    }

    /** Whether {@code --to} names a target, or nothing at all; the lab's go by the languages. */
    boolean isMeant(String target) {
        return to.isEmpty() || to.stream().anyMatch(name -> target.equals(name) || target.startsWith(name + ":"));
    }

    private List<String> names() {
        if (!to.isEmpty()) {
            return to;
        }
        List<String> configured = configuration().targets().stream()
                .map(TargetConfiguration::name)
                .toList();
        return configured.isEmpty() ? List.of(LAB) : configured;
    }

    /**
     * The kinds of the targets that {@code --to} names, by their connectors' names; none if it names none, one that isn't known, or
     * the lab, which speaks every language.
     */
    Set<String> siems() {
        Set<String> known =
                Connectors.discover().stream().map(ConnectorProvider::name).collect(Collectors.toSet());
        Set<String> kinds = to.stream()
                .map(name -> configuration()
                        .target(name)
                        .map(TargetConfiguration::kind)
                        .orElse(name))
                .collect(Collectors.toSet());
        return known.containsAll(kinds) ? kinds : Set.of();
    }

    /**
     * The targets that were asked for.
     *
     * @throws MisconfiguredException with all that is wrong with any of them
     */
    List<Target> targets(Console console) {
        if (targets.isEmpty()) {
            open(console).throwIfAny();
        }
        return targets;
    }

    /** Opens the targets that can be opened as they are configured, and says what keeps the others from it. */
    TargetProblems open(Console console) {
        List<ConnectorProvider> providers = Connectors.discover();
        TargetOpener opener = new TargetOpener(configuration(), deployment(), providers);
        TargetProblems problems = new TargetProblems();
        for (String name : names()) {
            if (name.equals(LAB)) {
                providers.forEach(provider -> targets.add(labTarget(provider, console)));
            } else {
                problems.attempt(name, () -> opener.open(name, state())).ifPresent(targets::add);
            }
        }
        return problems;
    }

    /** Those that are open. */
    List<Target> opened() {
        return targets;
    }

    private Target labTarget(ConnectorProvider provider, Console console) {
        Lab opened = lab(console);
        opened.install(provider.dialect());
        return new Target(
                LAB + ":" + provider.dialect().name(),
                provider.dialect(),
                new LabConnector(opened, provider.dialect(), deployment()),
                state().orElse(Deployment.State.SHADOW),
                HuntFilter.ALL.allowing(configuration().allow()));
    }

    /** What is searched: as asked, else the lab's whole span, else the last seven days. */
    Window window(Clock clock) {
        return time.window(span(), clock);
    }

    /** From the lab's first event to its last, if a lab with events is used. */
    Optional<Window> span() {
        return labOptions.span();
    }

    Optional<Instant> since() {
        return time.since();
    }

    Optional<Instant> until() {
        return time.until();
    }

    @Override
    public void close() {
        targets.forEach(target -> target.connector().close());
        labOptions.close();
    }
}
