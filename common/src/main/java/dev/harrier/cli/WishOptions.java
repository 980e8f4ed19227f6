package dev.harrier.cli;

import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.HuntId;
import dev.harrier.operate.TargetPlan;
import dev.harrier.pack.SavedPacks;
import java.util.HashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** What is wanted of the hunts of packs on their targets. */
final class WishOptions {
    @Option(names = "--take-over", description = "Overwrite objects of ours that somebody edited by hand.")
    private boolean takeOver;

    @Option(
            names = "--skip-covered",
            description = "Leave out new hunts that a rule of the site's own wholly covers already.")
    private boolean skipCovered;

    /** The plans for every target. */
    Planned plan(Session session, SavedPacks packs) {
        TargetPlan.Wish wish = wish(session.workspace(), packs, takeOver);
        return Planned.of(
                session.targets(),
                packs.hunts(),
                wish,
                skipCovered,
                Budgets.of(session.workspace()),
                session.notices());
    }

    /** Every hunt keeps its state, but for {@code --live}. */
    static TargetPlan.Wish wish(Workspace workspace, SavedPacks packs, boolean takeOver) {
        Map<HuntId, Deployment.State> states = new HashMap<>();
        workspace.state().ifPresent(all -> packs.hunts().forEach(hunt -> states.put(hunt.id(), all)));
        return new TargetPlan.Wish(workspace.deployment(), takeOver, states);
    }
}
