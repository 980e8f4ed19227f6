package dev.harrier.cli;

import dev.harrier.operate.Application;
import dev.harrier.operate.TargetPlan;
import dev.harrier.pack.SavedPacks;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code deploy}: brings the targets to what the packs want. Doing it again writes nothing. */
@Command(name = "deploy", mixinStandardHelpOptions = true)
final class DeployCommand extends PackCommand {
    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Do what this plan says, or nothing if something has changed since it was made.")
    private Path plan;

    @Mixin
    private WishOptions wish;

    @Override
    boolean writes() {
        return true;
    }

    @Override
    ExitCode run(Session session, SavedPacks packs) {
        Planned planned = wish.plan(session, packs);
        planned.show(session.console());
        if (plan != null && !PlanFile.matches(plan, session.workspace().deployment(), planned)) {
            session.console()
                    .complain("the packs or the targets have changed since " + plan
                            + " was made; nothing was written: plan again and look");
            return ExitCode.FINDINGS;
        }
        if (planned.isRefused()) {
            session.console().complain("a query budget is exceeded; nothing was written: see targets.NAME.over-budget");
            return ExitCode.FINDINGS;
        }
        apply(session, planned);
        return ExitCode.OK;
    }

    private static void apply(Session session, Planned planned) {
        String run = session.runName();
        Application application = session.application(run);
        for (TargetPlan of : planned.plans()) {
            int written = application.apply(of.target(), of.plan().changes()).size();
            session.console()
                    .data(of.target().name() + ": " + written + " of "
                            + of.plan().writes().size() + " changes written");
        }
        if (isBegun(session, run)) {
            session.console().progress("to take it back: rollback --run " + run);
        }
    }

    /** A write whose answer was lost counts as not written, and may have been: it is in the log before it is sent. */
    private static boolean isBegun(Session session, String run) {
        return session.workspace().deploymentLog().stream()
                .flatMap(log -> log.read().stream())
                .anyMatch(change -> change.run().equals(run));
    }
}
