package dev.harrier.cli;

import dev.harrier.pack.SavedPacks;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The packs that a command is about. */
final class PackInputs {
    @Parameters(
            paramLabel = "PACK",
            description =
                    "Packs, folders of packs, or Sigma rules. Default: the packs folder of harrier.yml, else packs.")
    private List<Path> paths = List.of();

    /**
     * Reads them, and says what is no valid rule.
     *
     * @throws dev.harrier.pack.PackException if a path is not there
     */
    SavedPacks read(Workspace workspace, Console console) {
        return read(paths, workspace, console);
    }

    /** Reads packs, those of the configuration where none is named. */
    static SavedPacks read(List<Path> paths, Workspace workspace, Console console) {
        List<Path> named =
                paths.isEmpty() ? List.of(Path.of(workspace.configuration().packs())) : paths;
        SavedPacks packs = SavedPacks.read(named);
        packs.problems().forEach(console::complain);
        return packs;
    }

    /** What reading says of the exit code: a rule that can't be read is content that is invalid. */
    static ExitCode outcome(SavedPacks packs) {
        return packs.problems().isEmpty() ? ExitCode.OK : ExitCode.CONTENT;
    }
}
