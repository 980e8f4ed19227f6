package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code init}: a commented {@code harrier.yml} to begin with. Overwrites nothing. */
@Command(name = "init", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {
    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "harrier.yml",
            description = "Where. Default: ${DEFAULT-VALUE}.")
    private Path file;

    @Mixin
    private ConsoleOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (Files.exists(file)) {
            throw new ParameterException(spec.commandLine(), file + " is there already, and stays as it is");
        }
        ValidateCommand.write(file, template());
        options.console().data(file + " is written: uncomment your SIEM, then harrier doctor");
        return ExitCode.OK.number();
    }

    private static String template() {
        try (InputStream in = InitCommand.class.getResourceAsStream("/dev/harrier/config/harrier.yml")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
