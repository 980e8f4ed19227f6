package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.report.ValidationReport;
import dev.harrier.report.validation.ReportFormat;
import dev.harrier.report.validation.SavedReport;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code report}: every format again, from what a validation saved as JSON. Asks no target. */
@Command(name = "report", mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {
    @Parameters(arity = "0..1", paramLabel = "FILE.json", description = "What validate --report json=FILE.json wrote.")
    private Path file;

    @Option(names = "--schema", description = "Print the JSON Schema of that file instead.")
    private boolean schema;

    @Mixin
    private ReportOptions reports;

    @Mixin
    private ConsoleOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Console console = options.console();
        if (schema) {
            console.data(SavedReport.schema().stripTrailing());
            return ExitCode.OK.number();
        }
        if (file == null) {
            throw new ParameterException(spec.commandLine(), "name a report that validate --report json=FILE wrote");
        }
        ValidationReport report = read();
        if (reports.isEmpty()) {
            console.data(ReportFormat.MARKDOWN.of(report).stripTrailing());
        }
        reports.write(report, console);
        return ExitCode.OK.number();
    }

    private ValidationReport read() {
        try (Reader json = Files.newBufferedReader(file, UTF_8)) {
            return SavedReport.read(json);
        } catch (IOException | IllegalArgumentException e) {
            throw new UnreadableException("cannot read the report " + file + ": " + e.getMessage(), e);
        }
    }
}
