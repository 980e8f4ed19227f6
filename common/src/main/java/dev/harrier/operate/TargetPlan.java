package dev.harrier.operate;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.DeployedState;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Deployment.State;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What has to be done on one target, and what is there besides. Immutable.
 *
 * @param target the target
 * @param plan the changes
 * @param states of each wanted hunt after the plan
 * @param unwanted objects of this deployment that none of the hunts needs
 */
public record TargetPlan(Target target, Plan plan, Map<HuntId, State> states, List<RemoteObject> unwanted) {
    public TargetPlan {
        states = Map.copyOf(states);
        unwanted = List.copyOf(unwanted);
    }

    /**
     * What a caller wants of all hunts.
     *
     * @param deployment the name in every marker
     * @param takeOver whether objects that somebody edited are overwritten
     * @param states of some hunts; the others keep theirs, and new ones begin in the target's initial one
     */
    public record Wish(String deployment, boolean takeOver, Map<HuntId, State> states) {
        public Wish {
            states = Map.copyOf(states);
        }
    }

    /**
     * Compares what is wanted with what is there.
     *
     * @param all hunts of all packs: an object of one of them is not unwanted, though it be filtered out or not sayable
     * @throws ConnectorException if the target can't be listed
     */
    public static TargetPlan of(TargetHunts hunts, List<Hunt> all, Wish wish) {
        Connector connector = hunts.target().connector();
        List<RemoteObject> deployed = connector.deployed();
        Map<HuntId, RemoteObject> byHunt = byHunt(deployed, wish.deployment());
        List<Deployment> inState = hunts.deployments().parallelStream()
                .map(deployment -> in(state(connector, deployment, wish, byHunt), deployment))
                .toList();
        Map<HuntId, State> states = new HashMap<>();
        inState.forEach(deployment -> states.put(deployment.hunt().id(), deployment.state()));
        connector.expect(inState);
        List<WantedObject> wanted =
                inState.parallelStream().map(connector::describe).toList();
        Plan plan = Plan.between(wish.deployment(), wanted, deployed, wish.takeOver());
        Set<HuntId> known = new HashSet<>();
        all.forEach(hunt -> known.add(hunt.id()));
        return new TargetPlan(hunts.target(), plan, states, Plan.unwanted(wish.deployment(), known, deployed));
    }

    private static State state(
            Connector connector, Deployment deployment, Wish wish, Map<HuntId, RemoteObject> byHunt) {
        HuntId id = deployment.hunt().id();
        return Optional.ofNullable(wish.states().get(id))
                .or(() -> Optional.ofNullable(byHunt.get(id)).flatMap(remote -> state(connector, deployment, remote)))
                .orElse(deployment.state());
    }

    private static Optional<State> state(Connector connector, Deployment deployment, RemoteObject remote) {
        return DeployedState.of(
                connector.describe(in(State.SHADOW, deployment)),
                connector.describe(in(State.LIVE, deployment)),
                remote);
    }

    private static Deployment in(State state, Deployment deployment) {
        return new Deployment(deployment.hunt(), deployment.text(), state);
    }

    private static Map<HuntId, RemoteObject> byHunt(List<RemoteObject> deployed, String deployment) {
        Map<HuntId, RemoteObject> byHunt = new HashMap<>();
        deployed.forEach(remote -> remote.marker()
                .filter(marker -> marker.deployment().equals(deployment))
                .ifPresent(marker -> byHunt.putIfAbsent(marker.hunt(), remote)));
        return byHunt;
    }
}
