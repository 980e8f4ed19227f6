package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.config.ConfigurationReader;
import dev.harrier.config.Finding;
import dev.harrier.history.FolderLock;
import dev.harrier.operate.Deadline;
import dev.harrier.operate.FailPolicy;
import dev.harrier.operate.Validation;
import dev.harrier.pack.FileFailure;
import dev.harrier.pack.SavedPacks;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.validation.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code validate}: the scheduled run. Drift, coverage, counts, verdicts, a report, and one exit code. Writes nothing to a target. */
@Command(name = "validate", mixinStandardHelpOptions = true)
final class ValidateCommand extends PackCommand {
    @Option(
            names = "--fail-on",
            split = ",",
            paramLabel = "FINDING",
            description = "What makes the exit code 1: drift, foreign, hits, confirmed, raised, noisy, blocked, blind,"
                    + " incomplete, error, disagreement. Default: validate.fail-on of harrier.yml, else drift,error.")
    private List<String> failOn = List.of();

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description = "Stop counting then, and report what is there; the next run goes on. Default: 30m.")
    private String deadline;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Fail on hunts that worked by this file and don't now.")
    private Path baseline;

    @Option(names = "--save-baseline", paramLabel = "FILE", description = "Write that file.")
    private Path saveBaseline;

    @Mixin
    private ReportOptions reports;

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    ExitCode run(Session session, SavedPacks packs) {
        FailPolicy policy = policy(session);
        Duration time =
                deadline == null ? session.configuration().validation().deadline() : duration(deadline, session);
        Workspace workspace = session.workspace();
        Console console = session.console();
        try (FolderLock lock = FolderLock.take(workspace.historyFolder(), ".validate.lock", workspace.patience())) {
            Validation.Wish wish = ValidationDays.wish(session, Deadline.in(time, session.clock()));
            ValidationReport report = new Validation(wish, workspace.ledger(), session.clock(), session.notices())
                    .run(packs, session.targets());
            console.data(ValidationTable.of(report));
            reports.write(report, console);
            new GithubJob(System.getenv()).tell(report, console);
            return failures(report, policy, console);
        }
    }

    private ExitCode failures(ValidationReport report, FailPolicy policy, Console console) {
        List<String> failures = policy.failures(report);
        failures.forEach(failure -> console.complain("fails on " + failure));
        List<String> regressions = baseline == null ? List.of() : baseline().regressions(report);
        regressions.forEach(regression -> console.complain("regression: " + regression));
        if (saveBaseline != null) {
            write(saveBaseline, Baseline.of(report).json());
        }
        return failures.isEmpty() && regressions.isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }

    private Baseline baseline() {
        try {
            return Baseline.read(Files.readString(baseline, UTF_8));
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException("cannot read the baseline " + baseline + ": " + e.getMessage(), e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text, UTF_8);
        } catch (IOException e) {
            throw new UnreadableException("cannot write " + file + ": " + FileFailure.words(e), e);
        }
    }

    private static Duration duration(String text, Session session) {
        try {
            return ConfigurationReader.duration(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(session.command(), e.getMessage(), e);
        }
    }

    private FailPolicy policy(Session session) {
        Set<Finding> findings = EnumSet.noneOf(Finding.class);
        if (failOn.isEmpty()) {
            findings.addAll(session.configuration().validation().failOn());
        }
        for (String word : failOn) {
            findings.add(Finding.of(word).orElseThrow(() -> unknown(word, session)));
        }
        return new FailPolicy(findings);
    }

    private static ParameterException unknown(String word, Session session) {
        return new ParameterException(
                session.command(),
                "--fail-on knows no " + word + "; did you mean "
                        + Finding.nearest(word).word() + "?");
    }
}
