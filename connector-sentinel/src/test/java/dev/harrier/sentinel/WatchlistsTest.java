package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.LookupTable;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.HitCount;
import dev.harrier.sentinel.fake.Operation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;

/** A watchlist that isn't there, or has no row, never makes a hunt look clean. */
class WatchlistsTest extends WithFakeAzure {
    private static final String NAME =
            LookupTable.of(List.of("a.example", "b.example")).name();
    private static final String DEFINITION = "let " + NAME + " = _GetWatchlist(\"" + NAME + "\") | project SearchKey;";
    private static final Hunt HUNT = Samples.hunt("needle");
    private static final Deployment READING = new Deployment(
            HUNT,
            DEFINITION + "\nDeviceProcessEvents\n| where ProcessCommandLine in~ (" + NAME
                    + ")\n| project TimeGenerated, DeviceName, AccountDomain, AccountName",
            Deployment.State.SHADOW);
    private static final List<String> COLUMNS =
            List.of("hits", "hosts", "users", "days", "firstSeen", "lastSeen", "emptyWatchlists");
    private static final List<String> DAYS = List.of("day", "hits", "hosts", "users", "days", "firstSeen", "lastSeen");
    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);

    @Test
    void aListWithoutARowIsBlindByTheSameQuestion() {
        answer(0, NAME + " ");

        assertThat(count()).isInstanceOfSatisfying(HitCount.Blind.class, blind -> assertThat(blind.why())
                .contains(NAME, "no row", "azuredeploy.json"));
        assertThat(azure.queries().asked().get(0).path("query").asText())
                .startsWith(DEFINITION)
                .endsWith("| extend emptyWatchlists = strcat(iff(toscalar(" + NAME + " | count) == 0, \"" + NAME
                        + " \", \"\"))");
    }

    @Test
    void aListWithRowsCounts() {
        answer(3, "");

        assertThat(count()).isInstanceOf(HitCount.Counted.class);
    }

    @Test
    void whatOneOfSeveralFoundIsALowerBound() {
        answer(3, NAME + " ");

        assertThat(count()).isInstanceOfSatisfying(HitCount.AtLeast.class, count -> assertThat(
                        count.hits().events())
                .isEqualTo(3));
    }

    @Test
    void anErrorAboutItSaysWhatToDo() {
        azure.queries()
                .refuseAny(
                        NAME, "SEM0100", "'project' operator: Failed to resolve scalar expression named 'SearchKey'");

        assertThat(count()).isInstanceOfSatisfying(HitCount.Unanswered.class, answer -> assertThat(answer.why())
                .contains("deploy " + NAME, "SearchKey"));
        try (Connector connector = Targets.connect(azure, "test")) {
            assertThat(connector.daily(READING, FROM, FROM.plusDays(2)).values())
                    .hasSize(2)
                    .allSatisfy(day -> assertThat(day)
                            .isInstanceOfSatisfying(HitCount.Unanswered.class, answer -> assertThat(answer.why())
                                    .contains("deploy " + NAME)));
        }
    }

    @Test
    void noDayIsCleanWhereAListIsEmpty() {
        azure.queries().answerRows("print emptyWatchlists", List.of("emptyWatchlists"), List.of(List.of(NAME + " ")));
        long begin = FROM.toEpochDay() * 86_400;
        azure.queries()
                .answerRows(
                        NAME + ")", DAYS, List.of(List.<Object>of(begin, 2L, 1L, 1L, 1L, begin + 60.0, begin + 60.0)));
        azure.queries()
                .answerRows(
                        Samples.DIALECT.byDay(Samples.coverage(), Samples.KQL.defaultProfile()),
                        DAYS,
                        List.of(
                                List.<Object>of(begin, 70L, 9L, 1L, 1L, begin + 60.0, begin + 60.0),
                                List.<Object>of(begin + 86_400, 70L, 9L, 1L, 1L, begin + 60.0, begin + 60.0)));
        try (Connector connector = Targets.connect(azure, "test")) {
            SortedMap<LocalDate, HitCount> days = connector.daily(READING, FROM, FROM.plusDays(2));
            assertThat(days.get(FROM)).isInstanceOf(HitCount.AtLeast.class);
            assertThat(days.get(FROM.plusDays(1))).isInstanceOf(HitCount.Blind.class);
        }
    }

    @Test
    void whatIsNotThereIsSaidBeforeTheDeploy() {
        assertThat(lacking(READING)).containsOnlyKeys(HUNT.id()).allSatisfy((hunt, why) -> assertThat(why)
                .contains("no watchlist " + NAME));

        azure.workspace().watchlist(NAME);
        assertThat(lacking(READING)).isEmpty();
        long asked = azure.requests(Operation.WATCHLISTS);
        assertThat(lacking(Samples.shadow(HUNT))).isEmpty();
        assertThat(azure.requests(Operation.WATCHLISTS)).isEqualTo(asked);
    }

    private static Map<HuntId, String> lacking(Deployment deployment) {
        try (Connector connector = Targets.connect(azure, "test")) {
            return connector.lacking(List.of(deployment));
        }
    }

    private static void answer(long hits, String empty) {
        azure.queries()
                .answerRows(
                        "emptyWatchlists",
                        COLUMNS,
                        List.of(List.<Object>of(hits, hits, hits, hits, 1793491200.0, 1793491300.0, empty)));
        azure.queries()
                .answerRows(
                        Samples.coverage(),
                        COLUMNS,
                        List.of(List.<Object>of(70L, 9L, 1L, 1L, 1793491200.0, 1793491300.0, "")));
    }

    private static HitCount count() {
        try (Connector connector = Targets.connect(azure, "test")) {
            return connector.count(READING, Samples.WINDOW);
        }
    }
}
