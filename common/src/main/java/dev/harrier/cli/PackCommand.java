package dev.harrier.cli;

import dev.harrier.pack.SavedPacks;
import picocli.CommandLine.Mixin;

/** A command about packs on disk and targets. */
abstract class PackCommand extends TargetCommand {
    @Mixin
    private PackInputs packs;

    @Override
    final ExitCode run(Session session) {
        SavedPacks read = packs.read(session.workspace(), session.console());
        return run(session, read).or(PackInputs.outcome(read));
    }

    /** Does it; rules that could not be read are added to the exit code. */
    abstract ExitCode run(Session session, SavedPacks packs);
}
