package dev.harrier.cli;

import dev.harrier.config.Configuration;
import dev.harrier.config.Finding;
import dev.harrier.config.TargetConfiguration;
import dev.harrier.connector.Connectors;
import dev.harrier.connector.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code config}: what holds after file, environment and defaults, without a credential; and all that the connectors refuse of it, with
 * exit code 3.
 */
@Command(name = "config", mixinStandardHelpOptions = true)
final class ConfigCommand implements Callable<Integer> {
    @Mixin
    private SiteConfiguration site;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() {
        Console console = options.console();
        Configuration configuration = site.read();
        List<String> lines = new ArrayList<>();
        lines.add("# " + site.path().map(Object::toString).orElse("no harrier.yml") + ", then the environment");
        lines.add("deployment: " + configuration.deployment());
        lines.add("packs: " + configuration.packs());
        lines.add("history: " + configuration.history());
        EnvironmentSettings environment = new EnvironmentSettings(
                System.getenv(),
                configuration.targets().stream().map(TargetConfiguration::name).toList());
        lines.add("targets:" + (configuration.targets().isEmpty() ? " {}" : ""));
        configuration
                .targets()
                .forEach(target -> lines.addAll(target(
                        target,
                        environment.find(target, configuration.deployment()).settings())));
        lines.add("validate: {days: " + configuration.validation().days() + ", backfill-days: "
                + configuration.validation().backfillDays() + ", lag: "
                + configuration.validation().lag().toMinutes() + "m, deadline: "
                + configuration.validation().deadline().toMinutes() + "m, fail-on: "
                + configuration.validation().failOn().stream()
                        .map(Finding::word)
                        .toList() + "}");
        lines.add("promote: {quiet-days: " + configuration.promotion().quietDays() + ", most: "
                + configuration.promotion().most() + "}");
        console.data(Printable.of(String.join("\n", lines)));
        List<String> problems = problems(configuration);
        problems.forEach(console::complain);
        return (problems.isEmpty() ? ExitCode.OK : ExitCode.USAGE).number();
    }

    /** What each target's connector says to its settings; none is reached. */
    private static List<String> problems(Configuration configuration) {
        TargetOpener opener = new TargetOpener(configuration, configuration.deployment(), Connectors.discover());
        TargetProblems problems = new TargetProblems();
        configuration.targets().forEach(target -> problems.attempt(
                        target.name(), () -> opener.open(target.name(), Optional.empty()))
                .ifPresent(opened -> opened.connector().close()));
        return problems.found();
    }

    private static List<String> target(TargetConfiguration target, Settings settings) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + target.name() + ":");
        lines.add("    kind: " + target.kind());
        lines.add("    state: " + target.state().name().toLowerCase(Locale.ROOT));
        lines.add("    settings:");
        new TreeMap<>(settings.values()).forEach((key, value) -> lines.add("      " + key + ": " + value));
        new TreeSet<>(settings.secrets().keySet()).forEach(key -> lines.add("      " + key + ": ********"));
        return lines;
    }
}
