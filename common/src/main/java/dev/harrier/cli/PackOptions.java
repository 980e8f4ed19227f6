package dev.harrier.cli;

import dev.harrier.connector.Connectors;
import dev.harrier.hunt.compose.Hunted;
import dev.harrier.pack.HuntedPacks;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackMaker;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the commands that make packs. */
final class PackOptions {
    @Option(
            names = {"-o", "--packs"},
            defaultValue = "packs",
            paramLabel = "FOLDER",
            description = "Where packs are written, a folder each. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Option(names = "--force", description = "Make hunts even of an article that is not about a threat.")
    private boolean force;

    @Mixin
    private AllowOptions allowed;

    @Mixin
    private AttackOptions attack;

    @Mixin
    private RuleOptions rules;

    PackMaker maker(Console console) {
        return PackMaker.of(attack.catalogue(), allowed.allowlist(), rules.catalogue(console), force);
    }

    /** What the packs that are there already hunt; a pack that can't be read is said, and passed over. */
    Hunted hunted(Console console) {
        return HuntedPacks.below(folder, console::complain);
    }

    PackFolder folder() {
        return new PackFolder(folder, Connectors.discover());
    }
}
