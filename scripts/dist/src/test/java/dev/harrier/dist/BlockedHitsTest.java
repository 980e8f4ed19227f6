package dev.harrier.dist;

import static dev.harrier.dist.Silence.SILENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.assess.Severity;
import dev.harrier.config.HuntFilter;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.history.Ledger;
import dev.harrier.hunt.BlockedEvents;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Hunt;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.History;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.Window;
import dev.harrier.operate.DailyCounts;
import dev.harrier.operate.Deadline;
import dev.harrier.operate.Target;
import dev.harrier.operate.TargetHunts;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Verdict;
import dev.harrier.verdict.VerdictPolicy;
import dev.harrier.verdict.VerdictRules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hits are split into blocked ones and others wherever the target's tables say it, and nowhere else. */
class BlockedHitsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-11-02");
    private static final Window WINDOW = Window.of(DAY, DAY.plusDays(1));
    private static final Map<EventKind, String> FIELDS = Map.of(
            EventKind.PROXY, "cs-host", EventKind.EMAIL, "sender", EventKind.NETWORK_CONNECTION, "DestinationHostname");

    private static final Hunt PAGE = hunt("evil.example", EventKind.PROXY);
    private static final Hunt MAIL = hunt("liar@evil.example", EventKind.EMAIL);
    private static final Hunt CONNECTION = hunt("evil.example", EventKind.NETWORK_CONNECTION);

    @TempDir
    private Path folder;

    @Test
    void mailIsSplitInBothLanguages() {
        for (String name : List.of("spl", "kql")) {
            assertThat(blocked(name, MAIL, "blocked", "Delivered", "Blocked", "Junked"))
                    .as(name)
                    .hasValue(2);
        }
    }

    @Test
    void pagesAndConnectionsAreSplitWhereTheTableSays() {
        for (Hunt hunt : List.of(PAGE, CONNECTION)) {
            String[] actions = {"allowed", "BLOCKED", "dropped", "teardown"};
            assertThat(blocked("spl", hunt, actions)).hasValue(2);
            assertThat(blocked("kql", hunt, actions))
                    .as("Defender's tables of made connections have no such column")
                    .isEmpty();
        }
    }

    @Test
    void otherTablesOfKqlFindTheSame() {
        for (String tables : List.of("asim", "securityevent")) {
            inLab(
                    "kql",
                    PAGE,
                    target -> {
                        Profile profile = new Profile(tables, Map.of());
                        assertThat(events(target, PAGE, profile)).isEqualTo(3);
                        assertThat(events(target, BlockedEvents.of(PAGE).orElseThrow(), profile))
                                .as(tables)
                                .isEqualTo(1);
                        return 0;
                    },
                    "Allow",
                    "Reset Source",
                    "teardown");
        }
    }

    @Test
    void whatProgramsDoIsNotAskedFor() {
        assertThat(BlockedEvents.of(OneWordHunts.of("A program", "tool.exe"))).isEmpty();
    }

    @Test
    void anIndicatorThatWasOnlyBlockedIsNotConfirmed() {
        assertThat(judge("blocked", "denied").verdict()).isEqualTo(Verdict.BLOCKED);
        HuntVerdict some = judge("blocked", "denied", "allowed");
        assertThat(some.verdict()).isEqualTo(Verdict.CONFIRMED);
        assertThat(some.reason()).contains("2 blocked");
        assertThat(judge("allowed").verdict()).isEqualTo(Verdict.CONFIRMED);
    }

    @Test
    void theLedgerKeepsTheSplitOfEachDay() {
        inLab(
                "spl",
                PAGE,
                target -> {
                    Clock clock = Clock.fixed(DAY.plusDays(1).atTime(9, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
                    Ledger ledger = new Ledger(folder);
                    new DailyCounts(ledger, clock, Duration.ofHours(2), Deadline.in(Duration.ofHours(1), clock), SILENT)
                            .update(
                                    TargetHunts.of(target, List.of(PAGE), SILENT),
                                    History.of(List.of()),
                                    DAY.minusDays(1),
                                    DAY.plusDays(1));
                    List<Hits> hits = ledger.read().entries().stream()
                            .map(entry -> ((DayCount) entry).count())
                            .filter(HitCount.Counted.class::isInstance)
                            .map(count -> ((HitCount.Counted) count).hits())
                            .filter(found -> found.events() > 0)
                            .toList();
                    assertThat(hits).singleElement().satisfies(found -> {
                        assertThat(found.events()).isEqualTo(3);
                        assertThat(found.blocked()).hasValue(2);
                    });
                    return 0;
                },
                "allowed",
                "blocked",
                "denied");
    }

    private static HuntVerdict judge(String... actions) {
        return inLab(
                "spl",
                PAGE,
                target -> {
                    HitCount count = count(target, PAGE);
                    Coverage coverage = target.connector().coverage(EventKind.PROXY, WINDOW);
                    return new VerdictRules(VerdictPolicy.DEFAULT).judge(PAGE, "lab", count, coverage, WINDOW);
                },
                actions);
    }

    private static OptionalLong blocked(String dialect, Hunt hunt, String... actions) {
        return inLab(
                dialect,
                hunt,
                target -> ((HitCount.Counted) count(target, hunt)).hits().blocked(),
                actions);
    }

    private static HitCount count(Target target, Hunt hunt) {
        TargetHunts hunts = TargetHunts.of(target, List.of(hunt), SILENT);
        return hunts.count(hunts.deployment(hunt.id()).orElseThrow(), WINDOW, SILENT);
    }

    private static long events(Target target, Hunt hunt, Profile profile) {
        String text = ((Rendering.Rendered) target.dialect().render(hunt, profile)).text();
        assertThat(target.dialect().lint(text, profile))
                .filteredOn(finding -> finding.level() == LintFinding.Level.ERROR)
                .isEmpty();
        HitCount count = target.connector().count(new Deployment(hunt, text, Deployment.State.SHADOW), WINDOW);
        return ((HitCount.Counted) count).hits().events();
    }

    private static <T> T inLab(String name, Hunt hunt, Function<Target, T> work, String... actions) {
        Dialect dialect = Connectors.discover().stream()
                .map(ConnectorProvider::dialect)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        try (Lab lab = Lab.inMemory()) {
            lab.install(dialect);
            lab.add(hunt.logic().kind(), events(hunt.logic().kind(), actions));
            LabConnector connector = new LabConnector(lab, dialect, "blocked");
            return work.apply(new Target("lab", dialect, connector, Deployment.State.SHADOW, HuntFilter.ALL));
        }
    }

    /** One for each action, and one without that concerns nobody. */
    private static List<Map<String, Object>> events(EventKind kind, String... actions) {
        List<Map<String, Object>> events = new ArrayList<>();
        for (String action : actions) {
            Map<String, Object> event = event(kind, "liar@evil.example");
            event.put(kind == EventKind.NETWORK_CONNECTION ? "Action" : "action", action);
            events.add(event);
        }
        events.add(event(kind, "friend@good.example"));
        return events;
    }

    private static Map<String, Object> event(EventKind kind, String name) {
        Map<String, Object> event = new HashMap<>();
        event.put(EventModel.TIME, DAY.atTime(12, 0).toInstant(ZoneOffset.UTC));
        event.put("Computer", "proxy");
        event.put(FIELDS.get(kind), name);
        return event;
    }

    private static Hunt hunt(String word, EventKind kind) {
        Hunt hunt = OneWordHunts.of("A hunt for " + word, word, Severity.HIGH, kind, FIELDS.get(kind));
        return new Hunt(
                hunt.id(),
                hunt.title(),
                hunt.description(),
                Hunt.Kind.INDICATOR,
                hunt.logic(),
                hunt.severity(),
                hunt.confidence(),
                hunt.techniques(),
                hunt.grounds(),
                hunt.references(),
                hunt.falsePositives(),
                Optional.empty(),
                hunt.selectedBecause());
    }
}
