package dev.harrier.cli;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.operate.Problem;
import dev.harrier.operate.Target;
import dev.harrier.pack.lint.LiveParser;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The targets whose own parsers are asked about queries. */
final class OnlineOptions implements AutoCloseable {
    @Option(
            names = "--online",
            split = ",",
            paramLabel = "TARGET",
            description =
                    "Also ask the own parser of these: splunk, sentinel, or targets of harrier.yml by name. Nothing is"
                            + " run or written there.")
    private List<String> names = List.of();

    @Mixin
    private SiteConfiguration site;

    private List<Target> targets = List.of();

    /**
     * Their parsers, not yet reached.
     *
     * @throws MisconfiguredException if one is unknown, or can't be opened as it is configured
     */
    List<LiveParser> parsers(List<ConnectorProvider> providers) {
        if (names.isEmpty()) {
            return List.of();
        }
        TargetOpener opener = new TargetOpener(site.read(), site.read().deployment(), providers);
        TargetProblems problems = new TargetProblems();
        targets = names.stream()
                .distinct()
                .flatMap(name -> problems.attempt(name, () -> opener.open(name, Optional.empty())).stream())
                .toList();
        problems.throwIfAny();
        return targets.stream()
                .map(target -> new LiveParser(target.name(), target.dialect(), target.connector()))
                .toList();
    }

    /** Says what they were asked, and what could not be asked. */
    static ExitCode outcome(List<LiveParser> parsers, Console console) {
        ExitCode outcome = ExitCode.OK;
        for (LiveParser parser : parsers) {
            console.progress("texts shown to the parser of " + parser.target() + ": " + parser.asked());
            outcome = parser.failure()
                    .map(failure -> {
                        console.complain(
                                failure.getMessage() + "; texts not shown to its parser: " + parser.unasked(), failure);
                        return ConsoleNotices.code(Problem.gravity(failure));
                    })
                    .orElse(ExitCode.OK)
                    .or(outcome);
        }
        return outcome;
    }

    @Override
    public void close() {
        targets.forEach(target -> target.connector().close());
    }
}
