package dev.harrier.splunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.connector.ConnectorException;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.SourceCoverage;
import dev.harrier.splunk.dialect.SplDialect;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.JobEnd.State;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Telemetry by source type, and hunts whose own source is silent while others report. */
class SourcesTest extends OnFakeSplunkd {
    private static final SplDialect SPL = new SplDialect();
    private static final Map<String, String> NONE = Map.of("hits", "0", "hosts", "0", "users", "0", "days", "0");
    private static final Map<String, String> SOME = Map.of("hits", "50", "hosts", "2", "users", "1", "days", "1");
    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Test
    void eachSourceTypeSaysHowMuchItReportsAndHowFarItIsBehind() {
        reporting(List.of(row("linux_audit", 3, "1793491200"), row("XmlWinEventLog", 900, "1793491200.5")));

        List<SourceCoverage> sources = connector.sources(EventKind.PROCESS_CREATION, Made.WINDOW);

        assertThat(sources).extracting(SourceCoverage::source).containsExactly("XmlWinEventLog", "linux_audit");
        assertThat(sources.get(0).events()).isEqualTo(900);
        assertThat(sources.get(0).hosts()).isEqualTo(7);
        assertThat(sources.get(1).behind(Instant.ofEpochSecond(1793491200 + 90)))
                .contains(Duration.ofSeconds(90));
        connector.sources(EventKind.PROCESS_CREATION, Made.WINDOW);
        assertThat(splunkd.jobs().started()).as("asked once").singleElement().satisfies(job -> assertThat(
                        job.get("search"))
                .startsWith("| tstats ")
                .contains("datamodel=Endpoint.Processes by sourcetype Processes.dest"));
    }

    /** What is asked must pass the checks that every query of ours passes. */
    @Test
    void theQuestionsForAllTablesAreGoodSpl() {
        for (TableMapping table : SPL.tables(SPL.defaultProfile())) {
            String search = SourceQuestion.of(table).search();
            assertThat(SPL.lint(search, SPL.defaultProfile()))
                    .as(search)
                    .allMatch(finding -> finding.level() == LintFinding.Level.NOTE);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "linux_audit, windows, true",
        "sysmon:linux, windows, true",
        "XmlWinEventLog, windows, false",
        "WinEventLog:Security, linux, true",
        "crowdstrike:events:sensor, windows, false",
        "XmlWinEventLog, macos, true"
    })
    void aHuntForAnotherSystemThanReportsIsBlind(String reports, String product, boolean blind) {
        reporting(List.of(row(reports, 50, "1793491200")));
        Deployment deployment = modelled(Hunt.Kind.BEHAVIOUR, product);

        HitCount count = connector.count(deployment, Made.WINDOW);

        assertThat(count).isInstanceOf(blind ? HitCount.Blind.class : HitCount.Counted.class);
        assertThat(connector
                        .blind(List.of(deployment), Made.WINDOW)
                        .containsKey(deployment.hunt().id()))
                .isEqualTo(blind);
        if (blind) {
            assertThat(((HitCount.Blind) count).why()).contains(product, reports);
        }
    }

    /** One that reports is enough; an observable is looked for everywhere; a hit is a hit. */
    @Test
    void whatMayBeFoundIsNotBlind() {
        reporting(List.of(row("linux_audit", 50, "1793491200"), row("XmlWinEventLog", 1, "1793491200")));
        assertThat(connector.count(modelled(Hunt.Kind.BEHAVIOUR, "windows"), Made.WINDOW))
                .isInstanceOf(HitCount.Counted.class);
        connect();
        reporting(List.of(row("linux_audit", 50, "1793491200")));
        assertThat(connector.count(modelled(Hunt.Kind.INDICATOR, "windows"), Made.WINDOW))
                .isInstanceOf(HitCount.Counted.class);
        splunkd.jobs().ends(search -> JobEnd.done(SOME));
        assertThat(connector.count(modelled(Hunt.Kind.BEHAVIOUR, "macos"), Made.WINDOW))
                .isInstanceOfSatisfying(
                        HitCount.Counted.class,
                        counted -> assertThat(counted.hits().events()).isEqualTo(50));
    }

    @Test
    void aListThatIsCutShortProvesNoSilence() {
        splunkd.jobs()
                .ends(search -> search.contains("by sourcetype")
                        ? JobEnd.of(State.DONE, row("linux_audit", 50, "1793491200"), "WARN peer idx3 is down")
                        : JobEnd.done(search.contains("needle") ? NONE : SOME));

        assertThat(connector.count(modelled(Hunt.Kind.BEHAVIOUR, "windows"), Made.WINDOW))
                .isInstanceOf(HitCount.Counted.class);
    }

    @Test
    void aListThatFailsIsNoSilenceEither() {
        splunkd.jobs()
                .ends(search -> search.contains("by sourcetype")
                        ? JobEnd.of(State.FAILED, Map.of(), "FATAL disk full")
                        : JobEnd.done(search.contains("needle") ? NONE : SOME));

        assertThat(connector.count(modelled(Hunt.Kind.BEHAVIOUR, "windows"), Made.WINDOW))
                .isInstanceOf(HitCount.Unanswered.class);
        assertThatThrownBy(() -> connector.sources(EventKind.PROCESS_CREATION, Made.WINDOW))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("disk full");
    }

    /** Raw events that nobody sends, while an EDR fills the data model: zero hits there say nothing. */
    @Test
    void aRawHuntWhoseSourceIsSilentIsBlindWhateverTheDataModelHolds() {
        Deployment raw = Made.deployment(
                1,
                "search index=* source=\"XmlWinEventLog:Microsoft-Windows-Sysmon/Operational\" EventCode=1 needle\n| stats count");
        splunkd.jobs()
                .ends(search -> search.contains("by sourcetype")
                        ? JobEnd.rows(List.of())
                        : JobEnd.done(search.contains("needle") ? NONE : SOME));

        assertThat(connector.count(raw, Made.WINDOW))
                .isInstanceOfSatisfying(HitCount.Blind.class, blind -> assertThat(blind.why())
                        .contains("XmlWinEventLog:Microsoft-Windows-Sysmon/Operational"));
        assertThat(connector.blind(List.of(raw), Made.WINDOW)).hasSize(1);
    }

    /** Events of no kind have no question of their own: what they search is what their first terms name. */
    @Test
    void aHuntOverEventsOfNoKindSearchesItsOwnSource() {
        Deployment cloud = cloud();
        assertThat(cloud.text()).startsWith("search index=* sourcetype=\"aws:cloudtrail\"");
        splunkd.jobs()
                .ends(search -> search.startsWith("| tstats")
                        ? JobEnd.rows(List.of(row("aws:cloudtrail", 50, "1793491200")))
                        : JobEnd.done(NONE));

        assertThat(connector.count(cloud, Made.WINDOW))
                .isInstanceOfSatisfying(HitCount.Counted.class, counted -> assertThat(counted.searched())
                        .isEqualTo(50));
    }

    @Test
    void andSoItDoesDayByDay() {
        long second = 86_400 + FIRST.toEpochDay() * 86_400;
        splunkd.jobs()
                .ends(search -> !search.startsWith("| tstats")
                        ? JobEnd.rows(List.of())
                        : search.contains("span=86400s")
                                ? JobEnd.rows(List.of(Map.of("day", "" + second, "hits", "50", "hosts", "2")))
                                : JobEnd.rows(List.of(row("aws:cloudtrail", 50, "1793491200"))));

        SortedMap<LocalDate, HitCount> days = connector.daily(cloud(), FIRST, FIRST.plusDays(3));

        assertThat(days.get(FIRST)).isInstanceOf(HitCount.Blind.class);
        assertThat(days.get(FIRST.plusDays(1)))
                .isInstanceOfSatisfying(HitCount.Counted.class, counted -> assertThat(counted.searched())
                        .isEqualTo(50));
        assertThat(days.get(FIRST.plusDays(2))).isInstanceOf(HitCount.Blind.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "| tstats count from datamodel=Endpoint.Processes where source=\"x\"",
                "search index=* needle source=\"x\"",
                "search index=* sourcetypes=\"x\"",
                "search index=* NOT source=\"x\"",
                "search index=*",
                "search source=\"x",
                ""
            })
    void termsThatAreNotTheFirstTellNoGround(String text) {
        assertThat(IndexedTerms.of(text)).isEmpty();
    }

    @Test
    void firstTermsAreTakenAsTheyStand() {
        assertThat(
                        IndexedTerms.of(
                                "search (index=a OR index=b*) source IN (\"x\", \"y \\\" z\") sourcetype=aws:cloudtrail EventCode=1 | stats count"))
                .contains(new IndexedTerms(
                        "(index=a OR index=b*) source IN (\"x\", \"y \\\" z\") sourcetype=aws:cloudtrail"));
        assertThat(IndexedTerms.of("search source=\"" + "\\\\".repeat(500_000)))
                .as("in linear time")
                .isEmpty();
    }

    private static Deployment modelled(Hunt.Kind kind, String product) {
        FieldTest holds = new FieldTest.Like(TextPattern.containing("needle"), false);
        return rendered(
                kind,
                new Logic.Detection(
                        EventKind.PROCESS_CREATION,
                        new LogSource(Optional.of("process_creation"), Optional.of(product), Optional.empty()),
                        new Condition.Match("CommandLine", holds)));
    }

    private static Deployment cloud() {
        return rendered(
                Hunt.Kind.BEHAVIOUR,
                new Logic.Detection(
                        EventKind.OTHER,
                        new LogSource(Optional.empty(), Optional.of("aws"), Optional.of("cloudtrail")),
                        new Condition.Match(
                                "eventName", new FieldTest.Like(TextPattern.exactly("DeleteTrail"), false))));
    }

    private static Deployment rendered(Hunt.Kind kind, Logic logic) {
        Hunt any = Made.hunt(1, "x");
        Hunt hunt = new Hunt(
                any.id(),
                any.title(),
                any.description(),
                kind,
                logic,
                any.severity(),
                any.confidence(),
                any.techniques(),
                List.of(),
                any.references(),
                any.falsePositives(),
                Optional.empty(),
                "a test wants it");
        Rendering.Rendered rendered = (Rendering.Rendered) SPL.render(hunt, SPL.defaultProfile());
        return new Deployment(hunt, rendered.text(), Deployment.State.SHADOW);
    }

    private static void reporting(List<Map<String, String>> rows) {
        splunkd.jobs()
                .ends(search -> search.contains("by sourcetype")
                        ? JobEnd.rows(rows)
                        : JobEnd.done(search.contains("needle") ? NONE : SOME));
    }

    private static Map<String, String> row(String sourceType, long events, String last) {
        return Map.of("sourcetype", sourceType, "hits", "" + events, "hosts", "7", "lastSeen", last);
    }
}
