package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.splunk.fake.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Deploying among a thousand foreign searches: what it costs, and that it always arrives. */
@Tag("slow")
class ConvergenceTest extends OnFakeSplunkd {
    private static final int HUNTS = 500;
    private static final int ROUNDS = 200;
    private static final int FOREIGN = 1_000;

    @Test
    void deploysFiveHundredAndThenOnlyWhatChanged() {
        plantForeign();
        List<WantedObject> wanted = new ArrayList<>(Made.wanted(connector, 0, HUNTS));

        assertThat(Made.deploy(connector, wanted)).hasSize(HUNTS);
        assertThat(splunkd.searches().writes()).isEqualTo(HUNTS);
        assertThat(splunkd.count())
                .as("is Enterprise Security there, one page, one write each")
                .isEqualTo(2 + HUNTS);

        int before = splunkd.count();
        assertThat(Made.deploy(connector, wanted)).isEmpty();
        assertThat(splunkd.searches().writes()).isEqualTo(HUNTS);
        assertThat(splunkd.count() - before)
                .as("one page: ours alone are listed")
                .isEqualTo(1);

        wanted.set(7, Made.changed(connector, 7));
        int later = splunkd.count();
        assertThat(Made.deploy(connector, wanted)).singleElement().isInstanceOf(Change.Update.class);
        assertThat(splunkd.searches().writes()).isEqualTo(HUNTS + 1);
        assertThat(splunkd.count() - later)
                .as("one page, one re-read, one write")
                .isEqualTo(3);
        assertThat(splunkd.searches().names(Connecting.APP)).hasSize(HUNTS + FOREIGN / 2);
    }

    @Test
    void aServerThatCapsItsPagesIsReadToTheEnd() {
        plantForeign();
        splunkd.searches().largestPage(100);
        Made.deploy(connector, Made.wanted(connector, 0, 20));

        assertThat(connector.deployed()).hasSize(20);
    }

    @Test
    void aDeployThatIsCutAnywhereIsCompletedByTheNext() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            splunkd.reset();
            cutAndCompleted(random.nextInt(40), "seed " + seed + " round " + round);
        }
    }

    /** Ten are there, five of them as wanted; then a deploy of twenty is cut after some requests, the last one carried out unheard. */
    private static void cutAndCompleted(int requests, String what) {
        try (Connector connector = Connecting.to(splunkd).connector()) {
            Made.deploy(connector, Made.wanted(connector, 0, 10));
            List<WantedObject> wanted = new ArrayList<>(Made.wanted(connector, 5, 20));
            for (int number = 0; number < 5; number++) {
                wanted.add(Made.changed(connector, number));
            }
            splunkd.downAfter(requests);
            Throwable cut = catchThrowable(() -> Made.deploy(connector, wanted));
            assertThat(cut == null || cut instanceof ConnectorException)
                    .as(what)
                    .isTrue();
            splunkd.heal();

            Made.deploy(connector, wanted);

            assertThat(Made.deploy(connector, wanted)).as(what).isEmpty();
            assertThat(connector.deployed()).as(what).hasSize(20).noneMatch(RemoteObject::edited);
            assertThat(splunkd.searches().names(Connecting.APP)).as(what).hasSize(20);
            assertThat(splunkd.searches().writes()).as(what).isEqualTo(10 + 15);
        }
    }

    @Test
    void anUpdateThatIsThereAlreadyIsNotWrittenAgain() {
        Made.deploy(connector, Made.wanted(connector, 1, 2));
        Change update = new Change.Update(
                Made.changed(connector, 1), connector.deployed().get(0), List.of());

        connector.apply(update);
        connector.apply(update);

        assertThat(splunkd.count(Operation.UPDATE)).isEqualTo(1);
    }

    /** Other spellings of the same values, as the UI and other tools write them. */
    @Test
    void otherSpellingsAreNoDrift() {
        WantedObject wanted = Made.wanted(connector, 1);
        Made.deploy(connector, List.of(wanted));
        Map.of(
                        "alert.track", "false",
                        "realtime_schedule", "f",
                        "alert.digest_mode", "true",
                        "search", wanted.fields().get("search") + " \r\n")
                .forEach((key, value) -> splunkd.searches().edit(Connecting.APP, wanted.name(), key, value));

        assertThat(Made.deploy(connector, List.of(wanted))).isEmpty();
    }

    /** An article that writes our marker must not make its hunt nobody's. */
    @Test
    void aMarkerInAnArticleIsNotOurs() {
        String forged = "See harrier:contract:6f1d2f0e-6f3b-5d0c-9a55-3c1c7d1f2a10:0123456789abcdef there.";
        WantedObject wanted =
                connector.describe(new Deployment(Made.hunt(1, forged), "| tstats count", Deployment.State.SHADOW));

        Made.deploy(connector, List.of(wanted));

        assertThat(connector.deployed()).singleElement().satisfies(object -> assertThat(object.marker())
                .hasValueSatisfying(marker -> assertThat(marker.hunt()).isEqualTo(wanted.hunt())));
        assertThat(Made.deploy(connector, List.of(wanted))).isEmpty();
    }

    /** A whole saved search has 300 keys and more. */
    @Test
    void aListHoldsWhatIsReadAndNoMore() {
        WantedObject wanted = Made.wanted(connector, 1);
        Made.deploy(connector, List.of(wanted));
        for (int key = 0; key < 300; key++) {
            splunkd.searches().edit(Connecting.APP, wanted.name(), "display.visualizations.key" + key, "x".repeat(50));
        }

        assertThat(Made.deploy(connector, List.of(wanted))).isEmpty();
        assertThat(splunkd.searches().largestAnswer()).isLessThan(4_000);
    }

    private static void plantForeign() {
        for (int i = 0; i < FOREIGN; i++) {
            String app = i % 2 == 0 ? Connecting.APP : "somewhere_else";
            splunkd.searches().plant(app, "Foreign %04d".formatted(i), Map.of("search", "search index=" + i));
        }
    }
}
