package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.connector.ConnectorException;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.JobEnd.State;
import dev.harrier.splunk.fake.Operation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What splunkd says about a job, and what we make of it. */
class CountingJobsTest extends OnFakeSplunkd {
    private static final String NEEDLE = "needle=1";
    private static final Map<String, String> THREE = Map.of(
            "hits",
            "3",
            "hosts",
            "2",
            "users",
            "1",
            "days",
            "1",
            "firstSeen",
            "1793491200.5",
            "lastSeen",
            "1793491300");
    private static final Map<String, String> NONE = Map.of("hits", "0", "hosts", "0", "users", "0", "days", "0");

    @ParameterizedTest
    @CsvSource({
        "FAILED, FATAL Error in 'DataModelEvaluator': Data model 'Endpoint' was not found., 'Endpoint'",
        "FAILED, ERROR The search specifies a macro 'x' that cannot be found., macro",
        "DONE, ERROR Error in 'lookup' command: Could not construct lookup 'y'., lookup",
        "ZOMBIE, INFO nothing, without a message",
        "NEVER, INFO nothing, did not end within 330 s",
        "GONE, INFO nothing, gone"
    })
    void badNewsInsideTwoHundredIsNoCount(State state, String message, String said) {
        splunkd.jobs().ends(search -> JobEnd.of(state, NONE, message));

        assertThat(count()).isInstanceOfSatisfying(HitCount.Unanswered.class, answer -> assertThat(answer.why())
                .contains(said));
    }

    @Test
    void errorsBesideTheResultsAreNoCount() {
        splunkd.jobs().ends(search -> new JobEnd(State.DONE, NONE, List.of(), List.of("FATAL disk full"), 0));

        assertThat(count()).isEqualTo(new HitCount.Unanswered("disk full"));
    }

    @Test
    void aResultWithoutItsRowIsNoCount() {
        splunkd.jobs().ends(search -> JobEnd.done(Map.of()));

        assertThat(count()).isInstanceOf(HitCount.Unanswered.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "many", "-1", "1e9", "99999999999999999999"})
    void whatIsNoNumberIsNotZero(String hits) {
        splunkd.jobs().ends(search -> JobEnd.done(Map.of("hits", hits, "hosts", "0", "users", "0", "days", "0")));

        assertThatThrownBy(this::count).isInstanceOf(ConnectorException.class).hasMessageContaining("hits");
    }

    @Test
    void whatWasCutShortIsALowerBound() {
        splunkd.jobs().ends(search -> JobEnd.of(State.FINALIZED, THREE));
        assertThat(count()).isInstanceOf(HitCount.AtLeast.class);

        splunkd.jobs().ends(search -> JobEnd.of(State.DONE, THREE, "WARN The results may be incomplete: peer down"));
        assertThat(count()).isInstanceOf(HitCount.AtLeast.class);

        splunkd.jobs().ends(search -> new JobEnd(State.DONE, THREE, List.of(), List.of("WARN peer down"), 0));
        assertThat(count()).isInstanceOf(HitCount.AtLeast.class);

        splunkd.jobs().ends(search -> new JobEnd(State.DONE, THREE, List.of(), List.of(), 86_400));
        assertThat(count()).isInstanceOf(HitCount.AtLeast.class);
    }

    @Test
    void aFailedCoverageSearchIsNotBlindness() {
        splunkd.jobs()
                .ends(search -> search.contains(NEEDLE)
                        ? JobEnd.done(NONE)
                        : JobEnd.of(State.FAILED, Map.of(), "FATAL no such model"));

        assertThat(count()).isInstanceOf(HitCount.Unanswered.class);
        assertThatThrownBy(() -> connector.coverage(EventKind.PROCESS_CREATION, Made.WINDOW))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("no such model");
    }

    @Test
    void hitsWhoseGroundIsUnknownAreALowerBound() {
        splunkd.jobs()
                .ends(search -> search.contains(NEEDLE)
                        ? JobEnd.done(THREE)
                        : JobEnd.of(State.FAILED, Map.of(), "FATAL no such model"));

        assertThat(count()).isInstanceOf(HitCount.AtLeast.class);
    }

    @Test
    void aJobIsBoundedWhateverBecomesOfUs() {
        splunkd.jobs().ends(search -> JobEnd.done(THREE));
        count();

        assertThat(splunkd.jobs().started()).allSatisfy(job -> assertThat(job)
                .containsEntry("earliest_time", "" + Made.WINDOW.from().getEpochSecond())
                .containsEntry("latest_time", "" + Made.WINDOW.to().getEpochSecond())
                .containsEntry("max_time", "300")
                .containsEntry("auto_cancel", "60")
                .containsEntry("timeout", "120"));
    }

    @Test
    void aRawSearchIsNotSearchedForTheWordSearch() {
        splunkd.jobs().ends(search -> JobEnd.done(THREE));

        connector.count(Made.deployment(1, "search index=* needle=1"), Made.WINDOW);
        connector.count(Made.deployment(1, "index=* needle=1"), Made.WINDOW);

        assertThat(splunkd.jobs().started())
                .extracting(job -> job.get("search"))
                .filteredOn(search -> search.contains(NEEDLE))
                .hasSize(2)
                .allSatisfy(search -> assertThat(search).startsWith("search index=* needle=1"));
    }

    @Test
    void fiveHundredHuntsCostFiveHundredJobsAndOneForTheirGround() {
        splunkd.jobs().ends(search -> JobEnd.done(THREE));

        for (int number = 0; number < 500; number++) {
            assertThat(connector.count(Made.deployment(number), Made.WINDOW)).isInstanceOf(HitCount.Counted.class);
        }

        assertThat(splunkd.jobs().started()).hasSize(501);
        assertThat(splunkd.count(Operation.CANCEL)).isEqualTo(501);
    }

    @Test
    void anOldSplunkdAnswersInItsOldPlace() {
        splunkd.becomeOld();
        splunkd.jobs().ends(search -> JobEnd.done(THREE));

        assertThat(count()).isInstanceOf(HitCount.Counted.class);
    }

    @Test
    void waitsAsLongAsSplunkdAsksForASlot() {
        splunkd.jobs().ends(search -> JobEnd.done(THREE));
        splunkd.fail(Operation.JOB_START, Fault.QUOTA_WITH_RETRY_AFTER, 3);

        assertThat(count()).isInstanceOf(HitCount.Counted.class);
        assertThat(connecting.waiting().skippedMillis()).isGreaterThanOrEqualTo(3 * 2_000);
    }

    @Test
    void aQueuedJobIsWaitedFor() {
        splunkd.jobs().ends(search -> JobEnd.done(THREE));
        splunkd.jobs().queue(20);

        assertThat(count()).isInstanceOf(HitCount.Counted.class);
        assertThat(connecting.waiting().skippedMillis()).isGreaterThanOrEqualTo(20_000);
    }

    /** Its time limit counts from when it runs, so nobody but us ends it. */
    @Test
    void aJobThatIsQueuedForTooLongIsCancelledAndSaysSo() {
        splunkd.jobs().ends(search -> JobEnd.done(THREE));
        splunkd.jobs().queue(Integer.MAX_VALUE);

        assertThat(count()).isInstanceOfSatisfying(HitCount.Unanswered.class, answer -> assertThat(answer.why())
                .contains("still queued after 330 s"));
        assertThat(splunkd.jobs().alive()).isZero();
        assertThat(splunkd.count(Operation.CANCEL))
                .isEqualTo(splunkd.jobs().started().size());
    }

    @Test
    void coverageReadsTheRow() {
        splunkd.jobs().ends(search -> JobEnd.done(THREE));

        Coverage coverage = connector.coverage(EventKind.PROCESS_CREATION, Made.WINDOW);

        assertThat(coverage.events()).isEqualTo(3);
        assertThat(coverage.last())
                .hasValueSatisfying(last -> assertThat(last.getEpochSecond()).isEqualTo(1793491300));
    }

    private HitCount count() {
        return connector.count(Made.deployment(1), Made.WINDOW);
    }
}
