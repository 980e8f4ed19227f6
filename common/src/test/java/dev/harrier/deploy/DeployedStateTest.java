package dev.harrier.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.deploy.Deployment.State;
import dev.harrier.hunt.HuntId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeployedStateTest {
    private static final HuntId HUNT = HuntId.derived("a hunt");

    @Test
    void theFieldsThatDifferBetweenTheStatesTell() {
        WantedObject shadow = wanted(Map.of("query", "q2", "actions", ""), true);
        WantedObject live = wanted(Map.of("query", "q2", "actions", "notable", "alert.track", "1"), true);
        assertThat(DeployedState.of(shadow, live, remote(Map.of("query", "q1", "actions", ""), true)))
                .contains(State.SHADOW);
        assertThat(DeployedState.of(
                        shadow, live, remote(Map.of("query", "q1", "actions", "notable", "alert.track", "1"), true)))
                .contains(State.LIVE);
    }

    @Test
    void whereSwitchedOnIsTheWholeDifferenceTheSwitchTells() {
        WantedObject shadow = wanted(Map.of("query", "q"), false);
        WantedObject live = wanted(Map.of("query", "q"), true);
        assertThat(DeployedState.of(shadow, live, remote(Map.of("query", "q"), true)))
                .contains(State.LIVE);
        assertThat(DeployedState.of(shadow, live, remote(Map.of("query", "q"), false)))
                .contains(State.SHADOW);
    }

    @Test
    void inDoubtAHuntIsInShadowAndWithoutADifferenceNothingIsTold() {
        WantedObject shadow = wanted(Map.of("actions", "", "track", "0"), true);
        WantedObject live = wanted(Map.of("actions", "email", "track", "1"), true);
        assertThat(DeployedState.of(shadow, live, remote(Map.of("actions", "email", "track", "0"), true)))
                .contains(State.SHADOW);
        assertThat(DeployedState.of(shadow, shadow, remote(Map.of(), true))).isEmpty();
    }

    @Test
    void onlyOursOfThisDeploymentThatNobodyWantsIsUnwanted() {
        RemoteObject ours = remote(Map.of("query", "q"), true);
        RemoteObject foreign = new RemoteObject("foreign", Optional.empty(), new TreeMap<>(), true);
        assertThat(Plan.unwanted("soc", Set.of(), List.of(ours, foreign))).containsExactly(ours);
        assertThat(Plan.unwanted("soc", Set.of(HUNT), List.of(ours))).isEmpty();
        assertThat(Plan.unwanted("other", Set.of(), List.of(ours))).isEmpty();
    }

    private static WantedObject wanted(Map<String, String> fields, boolean enabled) {
        return new WantedObject(HUNT, "hunt", new TreeMap<>(fields), enabled);
    }

    private static RemoteObject remote(Map<String, String> fields, boolean enabled) {
        Marker marker = new Marker("soc", HUNT, Fingerprint.of(fields));
        return new RemoteObject("hunt", Optional.of(marker), new TreeMap<>(fields), enabled);
    }
}
