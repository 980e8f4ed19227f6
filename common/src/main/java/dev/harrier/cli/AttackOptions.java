package dev.harrier.cli;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.pack.AttackBundle;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which release of ATT&amp;CK a command goes by: {@code --attack}, else {@code HARRIER_ATTACK}, else the one that ships. */
final class AttackOptions {
    static final String VARIABLE = "HARRIER_ATTACK";

    @Option(
            names = "--attack",
            paramLabel = "FILE",
            description = "Your own enterprise-attack.json (a STIX bundle) in place of the release that ships."
                    + " Default: the file that HARRIER_ATTACK names, if it is set.")
    private Path file;

    private AttackCatalogue read;

    /** Read once. @throws dev.harrier.pack.PackException when the file is no bundle of ATT&amp;CK */
    AttackCatalogue catalogue() {
        if (read == null) {
            read = chosen().map(AttackBundle::read).orElseGet(AttackCatalogue::shipped);
        }
        return read;
    }

    private Optional<Path> chosen() {
        return Optional.ofNullable(file).or(() -> Optional.ofNullable(System.getenv(VARIABLE))
                .filter(name -> !name.isBlank())
                .map(Path::of));
    }
}
