package dev.harrier.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.harrier.assess.Severity;
import dev.harrier.deploy.Adjustments;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every connector must do, whatever its SIEM. A subclass provides a target that is empty before each test (a lab, a stateful fake
 * behind WireMock) through the abstract methods; it adds tests of its own for what only its SIEM can do (401, 403, 429, 5xx, HTML).
 */
public abstract class ConnectorContract {
    /** What the contract's hunt looks for in a command line. */
    public static final String NEEDLE = "contract-needle";
    /** The name of the deployment under test. */
    protected static final String DEPLOYMENT = "contract";
    /** The window that counts are asked for; every sighting lies in it. */
    protected static final Window WINDOW =
            new Window(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-04T00:00:00Z"));

    static final List<LocalDate> DAYS = LocalDate.parse("2026-11-01")
            .datesUntil(LocalDate.parse("2026-11-04"))
            .toList();

    private static final HuntId HUNT = HuntId.derived("connector contract");
    static final List<Sighting> SIGHTINGS = List.of(
            new Sighting(WINDOW.from(), "host-a", "LAB\\alice", true),
            new Sighting(WINDOW.from().plusSeconds(60), "host-b", "LAB\\bob", true),
            new Sighting(WINDOW.from().plusSeconds(90_000), "host-b", "LAB\\alice", true),
            new Sighting(WINDOW.from().plusSeconds(90_001), "host-c", "LAB\\carol", false));

    Connector connector;

    /** The contract's hunt; the same throughout a test. A target that remembers what was deleted needs another for each. */
    protected HuntId huntId() {
        return HUNT;
    }

    /** A connector to this test's target, under a deployment name. Called several times per test; the target is the same. */
    protected abstract Connector connect(String deployment);

    /** The language of the target. */
    protected abstract Dialect dialect();

    /** Puts somebody else's object, without any marker, where {@code wanted} would go. */
    protected abstract void plantForeign(WantedObject wanted);

    /** Changes the deployed query of an object by hand, as somebody would in the target's own UI; the marker stays. */
    protected abstract void editByHand(String name);

    /** How often the target's deployed objects were written (created, changed, switched) since the test began. */
    protected abstract long writes();

    /** Makes the target hold exactly these process creations, or answer as if it did. */
    protected abstract void hold(List<Sighting> sightings);

    /** Makes every search fail from now on: the target refuses the query, or answers with an error. */
    protected abstract void failSearches();

    @BeforeEach
    void connectFirst() {
        connector = connect(DEPLOYMENT);
    }

    @AfterEach
    void closeTwice() {
        connector.close();
        connector.close();
    }

    @Test
    void createdIsThereAsWantedWithOurMarker() {
        WantedObject wanted = deploy(Deployment.State.SHADOW);

        RemoteObject remote = remote(wanted.name());
        assertThat(remote.fields()).isEqualTo(wanted.fields());
        assertThat(remote.enabled()).isEqualTo(wanted.enabled());
        assertThat(remote.edited()).isFalse();
        assertThat(remote.marker()).hasValueSatisfying(marker -> {
            assertThat(marker.deployment()).isEqualTo(DEPLOYMENT);
            assertThat(marker.hunt()).isEqualTo(huntId());
            assertThat(marker.fingerprint()).isEqualTo(wanted.fingerprint());
        });
    }

    @Test
    void deployingTwiceWritesOnce() {
        WantedObject wanted = deploy(Deployment.State.SHADOW);
        long before = writes();

        Plan second = plan(wanted, false);
        second.changes().forEach(connector::apply);

        assertThat(second.changes()).singleElement().isInstanceOf(Change.Keep.class);
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void applyingTheSameChangeAgainChangesNothing() {
        WantedObject wanted = deploy(Deployment.State.SHADOW);
        long before = writes();

        connector.apply(new Change.Create(wanted));

        assertThat(writes()).isEqualTo(before);
        assertThat(remote(wanted.name()).fields()).isEqualTo(wanted.fields());
    }

    @Test
    void aChangedTextIsUpdatedInPlace() {
        WantedObject first = deploy(Deployment.State.SHADOW);
        WantedObject second = connector.describe(deployment(hunt("other-needle"), Deployment.State.SHADOW));
        assertThat(second.name()).isEqualTo(first.name());

        Plan plan = plan(second, false);
        assertThat(plan.changes()).singleElement().isInstanceOf(Change.Update.class);
        plan.writes().forEach(connector::apply);

        assertThat(connector.deployed()).hasSize(1);
        assertThat(remote(second.name()).fields()).isEqualTo(second.fields());
        assertThat(plan(second, false).writes()).isEmpty();
    }

    @Test
    void liveAndShadowConvergeToo() {
        deploy(Deployment.State.SHADOW);
        WantedObject live = connector.describe(deployment(hunt(NEEDLE), Deployment.State.LIVE));

        plan(live, false).writes().forEach(connector::apply);

        assertThat(remote(live.name()).enabled()).isEqualTo(live.enabled());
        assertThat(plan(live, false).writes()).isEmpty();
    }

    @Test
    void anObjectWithoutOurMarkerIsForeignAndNeverTouched() {
        WantedObject wanted = wanted(Deployment.State.SHADOW);
        plantForeign(wanted);
        RemoteObject before = remote(wanted.name());
        long writes = writes();

        Plan plan = plan(wanted, true);
        assertThat(plan.changes()).singleElement().isInstanceOf(Change.Foreign.class);
        plan.changes().forEach(connector::apply);
        refused(new Change.Create(wanted));
        refused(new Change.Update(wanted, before, List.of()));
        refused(new Change.Disable(before, "prune"));

        assertThat(remote(wanted.name())).isEqualTo(before);
        assertThat(writes()).isEqualTo(writes);
    }

    @Test
    void anotherDeploymentsObjectIsForeignAndNeverTouched() {
        WantedObject theirs;
        try (Connector other = connect("somebody-else")) {
            theirs = other.describe(deployment(hunt(NEEDLE), Deployment.State.SHADOW));
            other.apply(new Change.Create(theirs));
        }
        RemoteObject before = remote(theirs.name());
        WantedObject ours = wanted(Deployment.State.SHADOW);
        assertThat(ours.name()).isEqualTo(theirs.name());

        assertThat(plan(ours, true).changes()).singleElement().isInstanceOf(Change.Foreign.class);
        refused(new Change.Create(ours));
        refused(new Change.Update(ours, before, List.of()));

        assertThat(remote(theirs.name())).isEqualTo(before);
    }

    @Test
    void handEditedIsReportedAndLeftAlone() {
        WantedObject wanted = deploy(Deployment.State.SHADOW);
        editByHand(wanted.name());
        RemoteObject edited = remote(wanted.name());
        long before = writes();

        Plan plan = plan(wanted, false);
        plan.changes().forEach(connector::apply);

        assertThat(edited.edited()).isTrue();
        assertThat(plan.changes()).singleElement().isInstanceOfSatisfying(Change.Drifted.class, drifted -> assertThat(
                        drifted.fields())
                .isNotEmpty());
        assertThat(remote(wanted.name())).isEqualTo(edited);
        assertThat(writes()).isEqualTo(before);
    }

    @Test
    void handEditedIsRestoredWhenTakenOver() {
        WantedObject wanted = deploy(Deployment.State.SHADOW);
        editByHand(wanted.name());

        plan(wanted, true).writes().forEach(connector::apply);

        assertThat(remote(wanted.name()).fields()).isEqualTo(wanted.fields());
        assertThat(plan(wanted, false).writes()).isEmpty();
    }

    @Test
    void refusesToOverwriteWhatThePlanDidNotSee() {
        deploy(Deployment.State.SHADOW);
        WantedObject changed = connector.describe(deployment(hunt("other-needle"), Deployment.State.SHADOW));
        List<Change> planned = plan(changed, false).writes();
        editByHand(changed.name());
        RemoteObject edited = remote(changed.name());

        assertThat(planned).isNotEmpty();
        planned.forEach(this::refused);

        assertThat(remote(changed.name())).isEqualTo(edited);
    }

    @Test
    void switchesOffAndOnWithoutTouchingTheRest() {
        WantedObject live = deploy(Deployment.State.LIVE);
        WantedObject off = new WantedObject(live.hunt(), live.name(), live.fields(), false);
        WantedObject on = new WantedObject(live.hunt(), live.name(), live.fields(), true);

        connector.apply(new Change.Disable(remote(live.name()), "prune"));
        assertThat(remote(live.name()).enabled()).isFalse();
        assertThat(plan(off, false).writes()).isEmpty();

        List<Change> enable = plan(on, false).writes();
        assertThat(enable).singleElement().isInstanceOf(Change.Enable.class);
        enable.forEach(connector::apply);
        assertThat(remote(live.name()).enabled()).isTrue();
        assertThat(remote(live.name()).fields()).isEqualTo(live.fields());
        assertThat(remote(live.name()).edited()).isFalse();
    }

    @Test
    void whatAPersonSwitchedOffStaysOffUntilItIsSwitchedOnAgain() {
        WantedObject live = deploy(Deployment.State.LIVE);

        connector.apply(new Change.Disable(remote(live.name()), "by hand", true));
        assertThat(remote(live.name()).enabled()).isFalse();
        assertThat(Adjustments.isSwitchedOff(remote(live.name()))).isTrue();
        assertThat(plan(live, false).writes()).isEmpty();

        connector.apply(new Change.Enable(live, remote(live.name())));
        assertThat(remote(live.name()).enabled()).isTrue();
        assertThat(Adjustments.isSwitchedOff(remote(live.name()))).isFalse();
        assertThat(plan(live, false).writes()).isEmpty();
    }

    @Test
    void refusesToSwitchOffWhatIsGone() {
        WantedObject wanted = wanted(Deployment.State.LIVE);
        RemoteObject gone = new RemoteObject(wanted.name(), Optional.empty(), wanted.fields(), true);

        refused(new Change.Disable(gone, "prune"));

        assertThat(connector.deployed()).isEmpty();
    }

    @Test
    void anObjectsNameIsAFunctionOfTheHuntAlone() {
        assertThat(connector
                        .describe(deployment(hunt("a"), Deployment.State.LIVE))
                        .name())
                .isEqualTo(connector
                        .describe(deployment(hunt("b"), Deployment.State.SHADOW))
                        .name());
        assertThat(wanted(Deployment.State.SHADOW)).isEqualTo(wanted(Deployment.State.SHADOW));
    }

    @Test
    void countsADeployment() {
        hold(SIGHTINGS);

        HitCount count = count();

        assertThat(count).isEqualTo(new HitCount.Counted(Sighting.hits(SIGHTINGS), SIGHTINGS.size()));
    }

    @Test
    void noHitInSearchedEventsIsZero() {
        hold(SIGHTINGS.subList(3, 4));

        assertThat(count()).isInstanceOfSatisfying(HitCount.Counted.class, counted -> {
            assertThat(counted.hits()).isEqualTo(Sighting.hits(List.of()));
            assertThat(counted.searched()).isEqualTo(1);
        });
    }

    @Test
    void noEventsToSearchIsBlindAndNotClean() {
        hold(List.of());

        assertThat(count()).isInstanceOf(HitCount.Blind.class);
    }

    @Test
    void aFailedSearchIsAnAnswerAndNoException() {
        hold(SIGHTINGS);
        failSearches();

        assertThat(count()).isInstanceOfSatisfying(HitCount.Unanswered.class, answer -> assertThat(answer.why())
                .isNotBlank());
    }

    @Test
    void coverageSaysWhatIsThere() {
        hold(SIGHTINGS);

        Coverage coverage = connector.coverage(EventKind.PROCESS_CREATION, WINDOW);

        assertThat(coverage.events()).isEqualTo(SIGHTINGS.size());
        assertThat(coverage.hosts()).isEqualTo(3);
        assertThat(coverage.last()).contains(SIGHTINGS.get(3).time());
    }

    /** The contract's hunt, looking for a text in command lines. */
    protected final Hunt hunt(String needle) {
        FieldTest holds = new FieldTest.Like(TextPattern.containing(needle), false);
        return new Hunt(
                huntId(),
                "Contract hunt",
                "Finds the contract's needle.",
                Hunt.Kind.BEHAVIOUR,
                new Logic.Detection(EventKind.PROCESS_CREATION, new Condition.Match("CommandLine", holds)),
                Severity.MEDIUM,
                Hunt.Confidence.HIGH,
                List.of("T1059"),
                List.of(),
                List.of("https://example.org/article"),
                List.of("None known."),
                Optional.of(Duration.ofDays(90)),
                "the contract wants it");
    }

    /** A hunt as it would be deployed to this target. */
    protected final Deployment deployment(Hunt hunt, Deployment.State state) {
        Rendering rendering = dialect().render(hunt, connector.profile());
        assertThat(rendering).isInstanceOf(Rendering.Rendered.class);
        return new Deployment(hunt, ((Rendering.Rendered) rendering).text(), state);
    }

    private HitCount count() {
        return connector.count(deployment(hunt(NEEDLE), Deployment.State.SHADOW), WINDOW);
    }

    final WantedObject wanted(Deployment.State state) {
        return connector.describe(deployment(hunt(NEEDLE), state));
    }

    final WantedObject deploy(Deployment.State state) {
        WantedObject wanted = wanted(state);
        Plan plan = plan(wanted, false);
        assertThat(plan.changes()).singleElement().isInstanceOf(Change.Create.class);
        plan.writes().forEach(connector::apply);
        return wanted;
    }

    final Plan plan(WantedObject wanted, boolean takeOver) {
        return Plan.between(DEPLOYMENT, List.of(wanted), connector.deployed(), takeOver);
    }

    private RemoteObject remote(String name) {
        return connector.deployed().stream()
                .filter(object -> object.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not deployed"));
    }

    private void refused(Change change) {
        ConnectorException refusal = catchThrowableOfType(ConnectorException.class, () -> connector.apply(change));
        assertThat(refusal).as("refusal of " + change).isNotNull();
        assertThat(refusal.kind()).isIn(ConnectorException.Kind.CONFLICT, ConnectorException.Kind.NOT_FOUND);
    }
}
