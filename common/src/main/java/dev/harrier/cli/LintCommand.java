package dev.harrier.cli;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.hunt.Leaves;
import dev.harrier.hunt.Logic;
import dev.harrier.lab.EventMaker;
import dev.harrier.pack.lint.LintInputs;
import dev.harrier.pack.lint.LiveParser;
import dev.harrier.pack.lint.PackLint;
import dev.harrier.report.lint.GithubAnnotations;
import dev.harrier.report.lint.LintJson;
import dev.harrier.report.lint.LintJunit;
import dev.harrier.report.lint.LintPage;
import dev.harrier.report.lint.LintRemark;
import dev.harrier.report.lint.LintReport;
import dev.harrier.report.lint.Sarif;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code lint}: static checks of hunts, of their text in every language, and of the files of packs; all findings at once. */
@Command(name = "lint", mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    private static final int MOST_LEAVES = 60;

    enum Output {
        table,
        json,
        ndjson,
        sarif,
        github,
        junit
    }

    /** Levels in lower case, as everything else on the command line; upper case is read too. */
    static final class LevelWord implements ITypeConverter<Level> {
        @Override
        public Level convert(String word) {
            return Arrays.stream(Level.values())
                    .filter(level -> level.word().equalsIgnoreCase(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("a level is note, warning or error, not " + word));
        }
    }

    @Parameters(
            arity = "0..*",
            paramLabel = "PACK",
            description =
                    "Packs, folders of them or of Sigma rules, or single rule, query (.spl, .kql) and template files.")
    private List<Path> packs = List.of();

    @Option(
            names = "--level",
            defaultValue = "warning",
            converter = LevelWord.class,
            description = "Lowest shown: note, warning, error. Default: warning.")
    private Level lowest;

    @Option(
            names = "--fail-on",
            paramLabel = "LEVEL",
            defaultValue = "error",
            converter = LevelWord.class,
            description =
                    "Lowest that fails: errors always do (exit code 2), lesser ones with exit code 1 if named here.")
    private Level failing;

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}. Default: table.")
    private Output output;

    @Option(names = "--codes", description = "Print what each code means, as Markdown, and stop.")
    private boolean codes;

    @Mixin
    private OnlineOptions online;

    @Mixin
    private ValueOptions values;

    @Mixin
    private AttackOptions attack;

    @Mixin
    private ConsoleOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = options.console();
        List<ConnectorProvider> connectors = Connectors.discover();
        if (codes) {
            console.data(LintPage.of(PackLint.rules(connectors)).strip());
            return ExitCode.OK.number();
        }
        if (packs.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "name a pack, a folder or a file to lint");
        }
        try (OnlineOptions open = online) {
            List<LiveParser> parsers = open.parsers(connectors);
            return check(connectors, parsers, console).number();
        }
    }

    private ExitCode check(List<ConnectorProvider> connectors, List<LiveParser> parsers, Console console) {
        LintInputs inputs =
                new LintInputs(attack.catalogue(), connectors, LintCommand::testable, values.lists(), parsers);
        LintReport report = PackLint.check(packs, inputs);
        print(report.from(lowest), console);
        console.progress(summary(report));
        return exitCode(report).or(OnlineOptions.outcome(parsers, console));
    }

    /** Making events costs more than linear time: a rule with a long list of values is taken to be testable. */
    private static boolean testable(Logic.Detection detection) {
        return Leaves.of(detection.condition()).size() > MOST_LEAVES
                || !EventMaker.of(detection).hits().isEmpty();
    }

    private void print(LintReport report, Console console) {
        String text = text(report);
        if (text.isEmpty()) {
            return;
        }
        if (output == Output.github) {
            console.command(text);
        } else {
            console.data(text);
        }
    }

    private String text(LintReport report) {
        return switch (output) {
            case table -> report.remarks().stream().map(LintCommand::line).collect(Collectors.joining("\n"));
            case json -> LintJson.of(report);
            case ndjson -> LintJson.lines(report.remarks());
            case sarif -> Sarif.of(report, Version.TEXT.substring("harrier ".length()));
            case github -> GithubAnnotations.of(report.remarks());
            case junit -> LintJunit.of(report);
        };
    }

    private static String line(LintRemark remark) {
        return Printable.of(remark.place() + ": " + remark.level().word() + " " + remark.message() + " ["
                        + remark.code() + "]")
                .replace("\n", "\\n");
    }

    private static String summary(LintReport report) {
        return Counted.of(report.hunts(), "hunt") + " in " + Counted.of(report.files(), "file") + ": "
                + Counted.of(report.count(Level.ERROR), "error") + ", "
                + Counted.of(report.count(Level.WARNING), "warning") + ", "
                + Counted.of(report.count(Level.NOTE), "note");
    }

    private ExitCode exitCode(LintReport report) {
        if (report.count(Level.ERROR) > 0) {
            return ExitCode.CONTENT;
        }
        return report.from(failing).remarks().isEmpty() ? ExitCode.OK : ExitCode.FINDINGS;
    }
}
