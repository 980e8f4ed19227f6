package dev.harrier.cli;

import dev.harrier.pack.SavedPacks;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code plan}: what a deploy would do. Writes nothing to a target. Exit code 1 if something there is not as we left it. */
@Command(name = "plan", mixinStandardHelpOptions = true)
final class PlanCommand extends PackCommand {
    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Keep the plan, so that deploy --plan FILE does just this or nothing.")
    private Path out;

    @Mixin
    private WishOptions wish;

    @Override
    ExitCode run(Session session, SavedPacks packs) {
        Planned planned = wish.plan(session, packs);
        planned.show(session.console());
        if (out != null) {
            PlanFile.write(out, session.workspace().deployment(), planned);
        }
        return planned.hasDrift() || planned.isRefused() ? ExitCode.FINDINGS : ExitCode.OK;
    }
}
