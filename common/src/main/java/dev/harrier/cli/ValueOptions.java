package dev.harrier.cli;

import dev.harrier.hunt.sigma.ValueLists;
import dev.harrier.pack.ValueFile;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What a site puts for placeholders in Sigma rules. */
final class ValueOptions {
    @Option(
            names = "--values",
            paramLabel = "FILE",
            description =
                    "What placeholders of Sigma rules stand for (modifier expand): YAML, each name with its list.")
    private Path file;

    /** @throws dev.harrier.pack.PackException when the file is not there, or holds something else */
    ValueLists lists() {
        return file == null ? ValueLists.none() : ValueFile.read(file);
    }
}
