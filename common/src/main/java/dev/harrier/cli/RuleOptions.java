package dev.harrier.cli;

import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.sigma.SigmaRule;
import dev.harrier.pack.RuleFiles;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The hunts that evidence chooses from: those that ship, and the rules of {@code --rules}. */
final class RuleOptions {
    @Option(
            names = "--rules",
            paramLabel = "FOLDER",
            description =
                    "Sigma rules of your own (a file, or a folder as SigmaHQ lays them out; may be repeated), chosen"
                            + " by the same evidence as those that ship. One with the id of a shipped rule takes its"
                            + " place.")
    private List<Path> folders = List.of();

    @Mixin
    private ValueOptions values;

    /**
     * Says on the console which rules can't be used, each with its file and line, and goes on with the rest.
     *
     * @throws dev.harrier.pack.PackException when a path is not there
     */
    Catalogue catalogue(Console console) {
        if (folders.isEmpty()) {
            return Catalogue.shipped();
        }
        RuleFiles files = RuleFiles.read(folders, values.lists());
        files.problems().forEach(problem -> console.complain(problem.toString()));
        files.rules().stream()
                .filter(rule -> rule.logic().isEmpty())
                .forEach(
                        rule -> console.progress(rule.file() + ": not used: " + String.join("; ", rule.unsupported())));
        console.progress(Counted.of(usable(files.rules()), "rule") + " of your own for the catalogue");
        return Catalogue.shipped().with(files.rules());
    }

    private static long usable(List<SigmaRule> rules) {
        return rules.stream().filter(rule -> rule.logic().isPresent()).count();
    }
}
