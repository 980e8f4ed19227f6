package dev.harrier.cli;

import dev.harrier.pack.SavedPacks;
import picocli.CommandLine.Command;

/** {@code drift}: what on the targets is not as the packs want it, whoever is to blame. Exit code 1 if something is. */
@Command(name = "drift", mixinStandardHelpOptions = true)
final class DriftCommand extends PackCommand {
    @Override
    ExitCode run(Session session, SavedPacks packs) {
        Planned planned = Planned.of(
                session.targets(),
                packs.hunts(),
                WishOptions.wish(session.workspace(), packs, false),
                session.notices());
        planned.show(session.console());
        boolean unwanted =
                planned.plans().stream().anyMatch(plan -> !plan.unwanted().isEmpty());
        return planned.hasDrift() || planned.hasWrites() || unwanted ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
