package dev.harrier.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.dialect.Entity;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.EntityCount;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.measure.SourceCoverage;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of what a connector is asked beside deploying and counting a window. It may decline; it may not make things up. */
public abstract class QuestionsConnectorContract extends ConnectorContract {
    /** A day on which nothing is there may be blind; none has a number. */
    @Test
    void aFailedSearchAnswersEveryDay() {
        hold(SIGHTINGS);
        failSearches();

        SortedMap<LocalDate, HitCount> days = daily();

        assertThat(days.keySet()).containsExactlyElementsOf(DAYS);
        assertThat(days.get(DAYS.get(0))).isInstanceOf(HitCount.Unanswered.class);
        assertThat(days.values())
                .allMatch(count -> count instanceof HitCount.Unanswered || count instanceof HitCount.Blind);
    }

    /** What covers a technique already is somebody else's: ours are in the plan. */
    @Test
    void whatTheSiteRunsBesidesOursIsWithoutOurs() {
        WantedObject wanted = deploy(Deployment.State.LIVE);

        assertThat(connector.existing()).noneMatch(rule -> rule.name().equals(wanted.name()));
    }

    /** To be told what will be wanted writes nothing, and changes nothing where there is room for all. */
    @Test
    void whatWillBeWantedMayBeSaid() {
        connector.deployed();
        WantedObject before = wanted(Deployment.State.LIVE);
        long writes = writes();

        connector.expect(List.of(deployment(hunt(NEEDLE), Deployment.State.LIVE)));

        assertThat(wanted(Deployment.State.LIVE)).isEqualTo(before);
        assertThat(writes()).isEqualTo(writes);
    }

    /** Sources are parts of the kind's telemetry. */
    @Test
    void sourcesTellNoMoreThanIsThere() {
        hold(SIGHTINGS);

        long whole = connector.coverage(EventKind.PROCESS_CREATION, WINDOW).events();

        assertThat(connector.sources(EventKind.PROCESS_CREATION, WINDOW).stream()
                        .mapToLong(SourceCoverage::events)
                        .sum())
                .isBetween(0L, whole);
    }

    @ParameterizedTest
    @EnumSource(Entity.class)
    void namesAtMostAsManyAsAskedForTheMostHitFirst(Entity entity) {
        hold(SIGHTINGS);

        List<EntityCount> two = top(entity, 2);

        assertThat(two)
                .hasSizeLessThanOrEqualTo(2)
                .isSortedAccordingTo(Comparator.comparingLong(EntityCount::hits).reversed());
        assertThat(two.stream().mapToLong(EntityCount::hits).sum())
                .isLessThanOrEqualTo(Sighting.hits(SIGHTINGS).events());
        assertThat(top(entity, 1)).hasSizeLessThanOrEqualTo(1).allMatch(two::contains);
    }

    @ParameterizedTest
    @EnumSource(Entity.class)
    void aFailedSearchNamesNobody(Entity entity) {
        hold(SIGHTINGS);
        failSearches();

        Throwable refusal = catchThrowable(() -> assertThat(top(entity, 5)).isEmpty());

        assertThat(refusal == null || refusal instanceof ConnectorException)
                .as("%s", refusal)
                .isTrue();
    }

    /** Where its events are, a hunt is not blind; where none are, {@code count} says so too. */
    @Test
    void telemetryThatIsThereBlindsNobody() {
        hold(SIGHTINGS);

        assertThat(connector.blind(List.of(deployment(hunt(NEEDLE), Deployment.State.SHADOW)), WINDOW))
                .isEmpty();
    }

    @Test
    void whatRunsByItselfRunsAfterSomeTime() {
        connector.deployed();

        assertThat(connector.cadence(deployment(hunt(NEEDLE), Deployment.State.LIVE)))
                .hasValueSatisfying(cadence -> assertThat(cadence.every()).isPositive());
    }

    @Test
    void promotedAndDemotedItIsTheSameObject() {
        WantedObject shadow = deploy(Deployment.State.SHADOW);
        WantedObject live = wanted(Deployment.State.LIVE);
        plan(live, false).writes().forEach(connector::apply);
        WantedObject again = wanted(Deployment.State.SHADOW);

        plan(again, false).writes().forEach(connector::apply);

        assertThat(live.name()).isEqualTo(shadow.name());
        List<RemoteObject> there = connector.deployed();
        assertThat(there).singleElement().satisfies(object -> {
            assertThat(object.name()).isEqualTo(shadow.name());
            assertThat(object.fields()).isEqualTo(shadow.fields());
            assertThat(object.enabled()).isEqualTo(shadow.enabled());
            assertThat(object.edited()).isFalse();
        });
        assertThat(plan(again, false).changes()).singleElement().isInstanceOf(Change.Keep.class);
    }

    @Test
    void runsAndAlertsAreOfTheHuntsThatWereAskedFor() {
        hold(SIGHTINGS);
        deploy(Deployment.State.LIVE);

        Map<HuntId, ScheduledRuns> runs = connector.scheduledRuns(List.of(hunt(NEEDLE)), WINDOW);
        Map<HuntId, RaisedAlerts> alerts = connector.raisedAlerts(List.of(hunt(NEEDLE)), WINDOW);

        assertThat(runs.keySet()).isSubsetOf(huntId());
        assertThat(alerts.keySet()).isSubsetOf(huntId());
        assertThat(connector.scheduledRuns(List.of(), WINDOW)).isEmpty();
        assertThat(connector.raisedAlerts(List.of(), WINDOW)).isEmpty();
    }

    /** What is read for single hunts is part of what is read at all. */
    @Test
    void bytesReadAddUpToNoMoreThanTheWhole() {
        hold(SIGHTINGS);
        connector.count(deployment(hunt(NEEDLE), Deployment.State.SHADOW), WINDOW);

        OptionalLong whole = connector.scannedBytes();
        Map<HuntId, Long> byHunt = connector.scannedByHunt();

        assertThat(byHunt.keySet()).isSubsetOf(huntId());
        assertThat(byHunt.values().stream().mapToLong(Long::longValue).sum()).isBetween(0L, whole.orElse(0));
    }

    @Test
    void theDoctorLooksAndTouchesNothing() {
        deploy(Deployment.State.LIVE);
        long before = writes();

        List<Check> checks = connector.doctor();

        assertThat(checks)
                .isNotEmpty()
                .allMatch(check ->
                        check.state() == Check.State.OK || !check.wayOut().isBlank());
        assertThat(writes()).isEqualTo(before);
    }

    private List<EntityCount> top(Entity entity, int most) {
        return connector.top(deployment(hunt(NEEDLE), Deployment.State.SHADOW), entity, WINDOW, most);
    }

    final SortedMap<LocalDate, HitCount> daily() {
        return connector.daily(
                deployment(hunt(NEEDLE), Deployment.State.SHADOW),
                DAYS.get(0),
                DAYS.get(2).plusDays(1));
    }
}
