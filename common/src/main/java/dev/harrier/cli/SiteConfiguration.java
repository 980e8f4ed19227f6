package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.config.Configuration;
import dev.harrier.config.ConfigurationException;
import dev.harrier.config.ConfigurationReader;
import dev.harrier.pack.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names the configuration, and the file read once. */
final class SiteConfiguration {
    private static final Path USUAL = Path.of("harrier.yml");

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The site's configuration. Default: harrier.yml, if it is there, or HARRIER_CONFIG.")
    private Path file;

    private Configuration configuration;

    /**
     * What the file says, or the defaults where there is none.
     *
     * @throws ConfigurationException with every problem
     */
    Configuration read() {
        if (configuration == null) {
            configuration = path().map(SiteConfiguration::read).orElse(Configuration.DEFAULT);
        }
        return configuration;
    }

    /** The file that holds. */
    Optional<Path> path() {
        Optional<Path> named = Optional.ofNullable(file).or(() -> Optional.ofNullable(System.getenv("HARRIER_CONFIG"))
                .filter(name -> !name.isBlank())
                .map(Path::of));
        return named.or(() -> Optional.of(USUAL).filter(Files::exists));
    }

    private static Configuration read(Path file) {
        try {
            return ConfigurationReader.read(Files.readString(file, UTF_8), file.toString());
        } catch (IOException e) {
            throw new UnreadableException("cannot read the configuration " + file + ": " + FileFailure.words(e), e);
        }
    }
}
