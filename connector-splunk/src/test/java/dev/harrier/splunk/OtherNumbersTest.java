package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.splunk.dialect.SplDialect;
import dev.harrier.splunk.fake.Fault;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.JobEnd.State;
import dev.harrier.splunk.fake.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The second and third numbers, blindness by field, and how many searches run at once. */
class OtherNumbersTest extends OnFakeSplunkd {
    private static final Map<String, String> NONE = Map.of("hits", "0", "hosts", "0", "users", "0", "days", "0");
    private static final Map<String, String> SOME = Map.of("hits", "50", "hosts", "2", "users", "1", "days", "1");
    private static final Pattern COMMAND_LINE = Pattern.compile("Processes\\.process\\b");

    @Test
    void theSchedulersLogTellsWhatRanAndWhatDidNot() {
        Hunt one = Made.hunt(1, "x");
        Hunt two = Made.hunt(2, "x");
        splunkd.jobs()
                .ends(search -> JobEnd.rows(List.of(
                        ran(one, "success", "", "22", "7", "1793491200"),
                        ran(one, "completed", "", "2", "1", "1793494800"),
                        ran(one, "skipped", "The maximum number of concurrent running jobs", "3", "0", "1793491200"),
                        ran(one, "deferred", "", "4", "0", "1793491200"),
                        ran(Made.hunt(3, "x"), "success", "", "9", "9", "1793491200"))));

        Map<?, ScheduledRuns> runs = connector.scheduledRuns(List.of(one, two), Made.WINDOW);

        assertThat(runs).hasSize(1);
        assertThat(runs.get(one.id()))
                .isEqualTo(new ScheduledRuns(
                        24,
                        8,
                        new TreeMap<>(Map.of("The maximum number of concurrent running jobs", 3L)),
                        Optional.of(Instant.ofEpochSecond(1793494800))));
        assertThat(runs.get(one.id()).skips()).isEqualTo(3);
        assertThat(splunkd.jobs().started()).as("one search for all").hasSize(1);
    }

    @Test
    void aLogThatCannotBeReadIsNoEmptyLog() {
        splunkd.jobs().ends(search -> JobEnd.of(State.FAILED, Map.of(), "FATAL disk full"));

        assertThatThrownBy(() -> connector.scheduledRuns(List.of(Made.hunt(1, "x")), Made.WINDOW))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("disk full");
    }

    @Test
    void notablesAreAskedForWhereEnterpriseSecurityIs() {
        Hunt one = Made.hunt(1, "x");
        splunkd.jobs()
                .ends(search -> JobEnd.rows(List.of(
                        Map.of("search_name", SavedSearchName.of(one), "disposition", "true positive", "n", "2"),
                        Map.of("search_name", SavedSearchName.of(one), "disposition", "undetermined", "n", "5"))));
        assertThat(connector.raisedAlerts(List.of(one), Made.WINDOW)).isEmpty();
        assertThat(splunkd.jobs().started()).isEmpty();

        splunkd.installEnterpriseSecurity();
        try (Connector with = Connecting.to(splunkd).connector()) {
            RaisedAlerts alerts = with.raisedAlerts(List.of(one), Made.WINDOW).get(one.id());
            assertThat(alerts.total()).isEqualTo(7);
            assertThat(alerts.byDisposition()).containsEntry("true positive", 2L);
        }
    }

    @Test
    void noHitAmongEventsWithoutTheFieldIsBlindAndNotClean() {
        splunkd.jobs().ends(search -> JobEnd.done(asksForFields(search) || search.contains("needle") ? NONE : SOME));

        assertThat(connector.count(Made.deployment(1), Made.WINDOW))
                .isInstanceOfSatisfying(HitCount.Blind.class, blind -> assertThat(blind.why())
                        .contains("none of the 50", "CommandLine"));
        int jobs = splunkd.jobs().started().size();
        connector.count(Made.deployment(2), Made.WINDOW);
        assertThat(splunkd.jobs().started())
                .as("asked once for all that ask the same")
                .hasSize(jobs + 1);
    }

    @Test
    void noHitAmongEventsWithTheFieldIsZero() {
        splunkd.jobs().ends(search -> JobEnd.done(search.contains("needle") ? NONE : SOME));

        assertThat(connector.count(Made.deployment(1), Made.WINDOW)).isInstanceOf(HitCount.Counted.class);
    }

    /** The coverage search groups by what every event has; only the search for fields looks at the command line. */
    private static boolean asksForFields(String search) {
        return COMMAND_LINE.matcher(search).find();
    }

    @Test
    void asManySearchesAtOnceAsTheRoleMayRun() throws InterruptedException, ExecutionException {
        splunkd.site().role("srchJobsQuota", "4");
        splunkd.jobs().quota(4);
        splunkd.jobs().ends(search -> JobEnd.done(SOME));

        assertThat(countAll(60)).allMatch(HitCount.Counted.class::isInstance);
        assertThat(splunkd.jobs().most()).isBetween(2, 4);
        assertThat(splunkd.count(Operation.JOB_START))
                .as("none refused")
                .isEqualTo(splunkd.jobs().started().size());
    }

    @Test
    void fewerOnceSplunkdSaysThatTheyAreTooMany() throws InterruptedException, ExecutionException {
        splunkd.site().role("srchJobsQuota", "12");
        splunkd.jobs().quota(2);
        splunkd.jobs().ends(search -> JobEnd.done(SOME));

        assertThat(countAll(60)).allMatch(HitCount.Counted.class::isInstance);
        assertThat(splunkd.jobs().most()).isEqualTo(2);
    }

    @Test
    void aRoleThatCannotBeSeenGetsTwo() throws InterruptedException, ExecutionException {
        splunkd.fail(Operation.CONTEXT, Fault.FORBIDDEN, 1_000);
        splunkd.jobs().ends(search -> JobEnd.done(SOME));

        assertThat(countAll(20)).allMatch(HitCount.Counted.class::isInstance);
        assertThat(splunkd.jobs().most()).isLessThanOrEqualTo(2);
    }

    @Test
    void whatRunsIsCancelledWhenTheConnectorIsClosed() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> ended = new AtomicReference<>();
        splunkd.jobs().ends(search -> {
            started.countDown();
            return JobEnd.of(State.NEVER, Map.of());
        });
        Connector waiting = new SplunkConnector(Connecting.to(splunkd).settings(), new SplDialect());
        Thread counting =
                new Thread(() -> ended.set(catchThrowable(() -> waiting.count(Made.deployment(1), Made.WINDOW))));
        counting.start();
        started.await();
        while (splunkd.count(Operation.JOB_READ) == 0) {
            Thread.onSpinWait();
        }

        waiting.close();

        assertThat(splunkd.jobs().alive()).isZero();
        counting.interrupt();
        counting.join(60_000);
        assertThat(counting.isAlive()).isFalse();
    }

    private List<HitCount> countAll(int hunts) throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<HitCount>> counts = new ArrayList<>();
            for (int number = 0; number < hunts; number++) {
                int hunt = number;
                counts.add(threads.submit(() -> connector.count(Made.deployment(hunt), Made.WINDOW)));
            }
            List<HitCount> all = new ArrayList<>();
            for (Future<HitCount> count : counts) {
                all.add(count.get());
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static Map<String, String> ran(
            Hunt hunt, String status, String why, String n, String results, String last) {
        return Map.of(
                "savedsearch_name",
                SavedSearchName.of(hunt),
                "status",
                status,
                "why",
                why,
                "n",
                n,
                "results",
                results,
                "last",
                last);
    }
}
