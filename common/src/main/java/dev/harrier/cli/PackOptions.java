package dev.harrier.cli;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.hunt.compose.Capacity;
import dev.harrier.hunt.compose.Hunted;
import dev.harrier.pack.HuntedPacks;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackMaker;
import dev.harrier.pack.TargetCapacity;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

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

    @Option(
            names = "--for",
            split = ",",
            paramLabel = "SIEM",
            description =
                    "The SIEMs that must carry each hunt, such as splunk: sets of indicators are cut into hunts as long as the"
                            + " strictest of them takes. Default: those of --to, where the command has it and names no lab; else all.")
    private List<String> siems = List.of();

    @Option(
            names = "--lookups",
            description =
                    "Keep large sets of indicators in tables: packs hold them as CSV lookups for Splunk and watchlists for"
                            + " Sentinel, to be installed with the hunts' files. deploy cuts no such hunt up: generate without this for it.")
    private boolean lookups;

    @Mixin
    private AllowOptions allowed;

    @Mixin
    private AttackOptions attack;

    @Mixin
    private RuleOptions rules;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    PackMaker maker(Console console) {
        return maker(console, Set.of());
    }

    AttackCatalogue attack() {
        return attack.catalogue();
    }

    /** @param reached the SIEMs that hunts go to, by the connectors' names; none if that isn't known, or all of them in the lab */
    PackMaker maker(Console console, Set<String> reached) {
        return PackMaker.of(
                attack.catalogue(), allowed.allowlist(), rules.catalogue(console), capacity(reached), force);
    }

    private Capacity capacity(Set<String> reached) {
        Map<String, Dialect> dialects = new TreeMap<>();
        Connectors.discover().forEach(connector -> dialects.put(connector.name(), connector.dialect()));
        if (!dialects.keySet().containsAll(siems)) {
            throw new ParameterException(
                    spec.commandLine(), "--for " + String.join(",", siems) + ": one or more of " + dialects.keySet());
        }
        Collection<String> asked = siems.isEmpty() ? reached : siems;
        List<Dialect> named = asked.stream().map(dialects::get).toList();
        List<Dialect> wanted = named.isEmpty() ? List.copyOf(dialects.values()) : named;
        return lookups ? TargetCapacity.withLookups(wanted) : TargetCapacity.of(wanted);
    }

    /** What the packs that are there already hunt; a pack that can't be read is said, and passed over. */
    Hunted hunted(Console console) {
        return HuntedPacks.below(folder, console::complain);
    }

    PackFolder folder() {
        return new PackFolder(folder, Connectors.discover());
    }
}
