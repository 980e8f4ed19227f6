package dev.harrier.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.HuntId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanTest {
    private static final HuntId HUNT = HuntId.derived("a hunt");

    @Test
    void whatIsMissingIsCreated() {
        assertThat(only(plan(wanted("q1", true)))).isInstanceOf(Change.Create.class);
    }

    @Test
    void whatWasWrittenIsKept() {
        Plan plan = plan(wanted("q1", true), remote("soc", "q1", "q1", true));
        assertThat(only(plan)).isInstanceOf(Change.Keep.class);
        assertThat(plan.writes()).isEmpty();
    }

    @Test
    void aNewQueryUpdatesAndNamesTheField() {
        Change change = only(plan(wanted("q2", true), remote("soc", "q1", "q1", true)));
        assertThat(change).isInstanceOfSatisfying(Change.Update.class, update -> assertThat(update.fields())
                .containsExactly(new FieldChange("query", "q1", "q2")));
    }

    @Test
    void whatSomebodyEditedIsReportedAndLeftAloneUnlessTakenOver() {
        RemoteObject edited = remote("soc", "q1", "edited by hand", true);
        assertThat(only(plan(wanted("q1", true), edited))).isInstanceOf(Change.Drifted.class);
        assertThat(only(Plan.between("soc", List.of(wanted("q1", true)), List.of(edited), true)))
                .isInstanceOf(Change.Update.class);
    }

    @Test
    void anotherDeploymentsAnUnmarkedAndAClonedObjectAreForeign() {
        assertThat(only(plan(wanted("q1", true), remote("other", "q1", "q1", true))))
                .isInstanceOf(Change.Foreign.class);
        RemoteObject unmarked = new RemoteObject("hunt", Optional.empty(), new TreeMap<>(Map.of("query", "q1")), true);
        assertThat(only(plan(wanted("q1", true), unmarked))).isInstanceOf(Change.Foreign.class);
        Marker clone = new Marker("soc", HuntId.derived("another hunt"), Fingerprint.of(Map.of("query", "q1")));
        RemoteObject cloned = new RemoteObject("hunt", Optional.of(clone), new TreeMap<>(Map.of("query", "q1")), true);
        assertThat(only(plan(wanted("q1", true), cloned))).isInstanceOf(Change.Foreign.class);
    }

    @Test
    void whatIsSwitchedOffThereAndWantedOnIsEnabled() {
        assertThat(only(plan(wanted("q1", true), remote("soc", "q1", "q1", false))))
                .isInstanceOf(Change.Enable.class);
        assertThat(only(plan(wanted("q1", false), remote("soc", "q1", "q1", true))))
                .isInstanceOf(Change.Disable.class);
    }

    @Test
    void whatIsNotWantedIsLeftAsItIs() {
        Plan plan = Plan.between("soc", List.of(), List.of(remote("soc", "q1", "q1", true)), false);
        assertThat(plan.changes()).isEmpty();
    }

    @Test
    void aMarkerReadsBackAndTwoMarkersAreNobodys() {
        Marker marker = new Marker("soc", HUNT, Fingerprint.of("q1"));
        assertThat(Marker.in("some text\n" + marker.text())).contains(marker);
        assertThat(Marker.in(marker.text() + " " + marker.text())).isEmpty();
        assertThat(Marker.in("harrier:soc:not-a-uuid-not-a-uuid-not-a-uuid-aaaa:0123456789abcdef"))
                .isEmpty();
    }

    private static Plan plan(WantedObject wanted, RemoteObject... deployed) {
        return Plan.between("soc", List.of(wanted), List.of(deployed), false);
    }

    private static Change only(Plan plan) {
        assertThat(plan.changes()).hasSize(1);
        return plan.changes().get(0);
    }

    private static WantedObject wanted(String query, boolean enabled) {
        return new WantedObject(HUNT, "hunt", new TreeMap<>(Map.of("query", query)), enabled);
    }

    private static RemoteObject remote(String deployment, String written, String now, boolean enabled) {
        Marker marker = new Marker(deployment, HUNT, Fingerprint.of(Map.of("query", written)));
        return new RemoteObject("hunt", Optional.of(marker), new TreeMap<>(Map.of("query", now)), enabled);
    }
}
