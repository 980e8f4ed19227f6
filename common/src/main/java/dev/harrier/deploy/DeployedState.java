package dev.harrier.deploy;

import dev.harrier.deploy.Deployment.State;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Reads off an object whether its hunt is in shadow or live there: the SIEM is the state. Pure. */
public final class DeployedState {
    private DeployedState() {}

    /**
     * The state whose own fields an object bears. Only what differs between the two states is looked at, so that an object whose query
     * is outdated is still told; when it bears some of both it is live only if it agrees with live in more, for a hunt that turns
     * out to alert is worse than one that has to be promoted again.
     *
     * @param shadow the hunt as wanted in shadow
     * @param live the same hunt as wanted live
     * @return empty if the target makes no difference between the states
     */
    public static Optional<State> of(WantedObject shadow, WantedObject live, RemoteObject remote) {
        int forShadow = 0;
        int forLive = 0;
        SortedSet<String> names = new TreeSet<>(shadow.fields().keySet());
        names.addAll(live.fields().keySet());
        for (String name : names) {
            String quiet = shadow.fields().getOrDefault(name, "");
            String loud = live.fields().getOrDefault(name, "");
            String there = remote.fields().getOrDefault(name, "");
            if (!quiet.equals(loud)) {
                forShadow += there.equals(quiet) ? 1 : 0;
                forLive += there.equals(loud) ? 1 : 0;
            }
        }
        if (shadow.enabled() != live.enabled()) {
            forShadow += remote.enabled() == shadow.enabled() ? 1 : 0;
            forLive += remote.enabled() == live.enabled() ? 1 : 0;
        }
        if (forShadow == 0 && forLive == 0) {
            return Optional.empty();
        }
        return Optional.of(forLive > forShadow ? State.LIVE : State.SHADOW);
    }
}
