package dev.harrier.dist;

import static dev.harrier.dist.Silence.BUT_FINDINGS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.assess.Severity;
import dev.harrier.config.HuntFilter;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.history.DeploymentLog;
import dev.harrier.history.Ledger;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Hunt;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.lab.LabLimits;
import dev.harrier.operate.Application;
import dev.harrier.operate.Deadline;
import dev.harrier.operate.Target;
import dev.harrier.operate.TargetHunts;
import dev.harrier.operate.TargetPlan;
import dev.harrier.operate.Validation;
import dev.harrier.pack.SavedPack;
import dev.harrier.pack.SavedPacks;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.validation.ReportFormat;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Proposal;
import dev.harrier.verdict.Verdict;
import dev.harrier.verdict.VerdictPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A month of nightly validations over made telemetry, in every language: 40 hosts, 40 articles with a hunt each, of which six are planted
 * on a day, four are of a habit of the estate (the last mostly of three hosts), and thirty find nothing; one day on which a source is
 * silent; and three objects that somebody edits by hand. The ledger and one night's report are the example in the documentation; {@code
 * -Dmonth.write=true} writes them anew.
 */
@Tag("slow")
class MonthTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-10-01");
    private static final int DAYS = 30;
    private static final int HOSTS = 40;
    private static final int OUTAGE = 17;
    private static final long SEED = 20261122;
    /** Articles 0 to 5 are planted on these days. */
    private static final List<Integer> PLANTED = List.of(4, 8, 12, 16, 21, 27);

    private static final List<Integer> HABITS = List.of(6, 7, 8, 9);

    /** What somebody does to an object by hand. */
    private record Edit(int day, String dialect, int article, String change) {
        String target() {
            return dialect.equals("spl") ? "splunk" : "sentinel";
        }
    }

    private static final List<Edit> EDITS = List.of(
            new Edit(5, "spl", 10, "fields = replace(fields, '--mark-10-', '--mark-')"),
            new Edit(14, "kql", 20, "enabled = false"),
            new Edit(23, "spl", 30, "fields = replace(fields, '\"severity\":\"medium\"', '\"severity\":\"low\"')"));

    private static final int EXAMPLE_NIGHT = 27;

    @TempDir
    private Path folder;

    @Test
    void aMonthOfNightsJudgesRightly() throws IOException, SQLException {
        SavedPacks packs = packs();
        withTargets(targets -> {
            deploy(targets, packs);
            return List.of();
        });
        List<String> wrong = new ArrayList<>();
        for (int day = 0; day < DAYS; day++) {
            edit(day);
            int night = day;
            ValidationReport report = withTargets(targets -> validate(targets, packs, night));
            judge(day, report, wrong);
            edits(day, report, wrong);
            proposals(day, report, wrong);
            if (day == EXAMPLE_NIGHT) {
                MonthExample.held("report.md", ReportFormat.MARKDOWN.of(report));
            }
        }
        assertThat(wrong).as("seed " + SEED).isEmpty();
        MonthExample.heldLedger(folder.resolve("ledger.jsonl"));
    }

    /** Each night is a run of its own, with a lab that is kept in a file. */
    private <T> T withTargets(Function<List<Target>, T> work) {
        boolean first = !Files.exists(folder.resolve("lab.db"));
        try (Lab lab = Lab.at(folder.resolve("lab.db"), LabLimits.DEFAULT, Duration.ofMinutes(1))) {
            if (first) {
                fill(lab);
            }
            return work.apply(Connectors.discover().stream()
                    .map(provider -> target(lab, provider))
                    .toList());
        }
    }

    private void edit(int day) throws SQLException {
        for (Edit edit : EDITS) {
            if (edit.day == day) {
                try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("lab.db"));
                        Statement statement = connection.createStatement()) {
                    int changed = statement.executeUpdate("UPDATE store.objects SET " + edit.change
                            + " WHERE dialect = '" + edit.dialect + "' AND name = 'harrier-"
                            + hunt(edit.article).id() + "'");
                    assertThat(changed).isEqualTo(1);
                }
            }
        }
    }

    /** What was edited is reported from that night on, and nothing else is. */
    private static void edits(int day, ValidationReport report, List<String> wrong) {
        Set<String> wanted = new TreeSet<>();
        EDITS.stream()
                .filter(edit -> edit.day <= day)
                .forEach(edit ->
                        wanted.add(edit.target() + " " + hunt(edit.article).id()));
        Set<String> reported = new TreeSet<>();
        report.targets().forEach(target -> target.changes()
                .forEach(change ->
                        reported.add(target.name() + " " + change.hunt().orElseThrow())));
        if (!reported.equals(wanted)) {
            wrong.add("day " + day + ": reported as edited " + reported + ", not " + wanted);
        }
    }

    /** From the third day on each habit is proposed for tuning, on both targets, and only the one of few hosts with an allow-list. */
    private static void proposals(int day, ValidationReport report, List<String> wrong) {
        Set<String> tuned = new TreeSet<>();
        Set<String> allowed = new TreeSet<>();
        for (Proposal proposal : report.proposals()) {
            if (proposal.step() == Proposal.Step.TUNE) {
                tuned.add(proposal.target() + " " + proposal.hunt().title());
                proposal.allow().ifPresent(allow -> allowed.add(proposal.hunt().title() + " " + allow.field()));
            }
        }
        boolean whole = tuned.size() == 2 * HABITS.size() && allowed.equals(Set.of("Hunt of article 9 Computer"));
        if (day >= 3 && day != OUTAGE && !whole) {
            wrong.add("day " + day + ": proposed for tuning " + tuned + ", with an allow-list " + allowed);
        }
    }

    private static void judge(int day, ValidationReport report, List<String> wrong) {
        assertThat(report.verdicts()).hasSize(80);
        for (HuntVerdict verdict : report.verdicts()) {
            int article = Integer.parseInt(verdict.hunt().title().replaceAll("\\D", ""));
            Verdict is = verdict.verdict();
            Set<Verdict> right = right(day, article);
            if (!right.contains(is)) {
                wrong.add("day " + day + ", " + verdict.target() + ", "
                        + verdict.hunt().title() + ": " + is + ", not " + right + ": " + verdict.reason());
            }
        }
        for (ValidationReport.Pack pack : report.packs()) {
            pack.confirmations().forEach(confirmation -> {
                if (day == OUTAGE && confirmation.posterior() != confirmation.prior()) {
                    wrong.add("day " + day + ": an outage moved " + pack.title());
                }
            });
        }
    }

    private static Set<Verdict> right(int day, int article) {
        if (day == OUTAGE) {
            return Set.of(Verdict.BLIND);
        }
        if (HABITS.contains(article)) {
            return day < 3 ? Set.of(Verdict.NOISY, Verdict.CONFIRMED) : Set.of(Verdict.NOISY);
        }
        boolean planted = article < PLANTED.size() && PLANTED.get(article) == day;
        return planted ? Set.of(Verdict.CONFIRMED, Verdict.RAISED) : Set.of(Verdict.QUIET);
    }

    private ValidationReport validate(List<Target> targets, SavedPacks packs, int day) {
        LocalDate of = FIRST.plusDays(day);
        Clock clock = Clock.fixed(of.plusDays(1).atTime(LocalTime.of(3, 0)).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        Validation.Wish wish = new Validation.Wish(
                "month",
                of,
                of.plusDays(1),
                Math.min(day, 30),
                Duration.ofHours(2),
                Deadline.in(Duration.ofMinutes(30), clock),
                VerdictPolicy.DEFAULT,
                14);
        return new Validation(wish, new Ledger(folder), clock, BUT_FINDINGS).run(packs, targets);
    }

    private void deploy(List<Target> targets, SavedPacks packs) {
        for (Target target : targets) {
            TargetHunts hunts = TargetHunts.of(target, packs.hunts(), BUT_FINDINGS);
            TargetPlan plan = TargetPlan.of(hunts, packs.hunts(), new TargetPlan.Wish("month", false, Map.of()));
            int written = new Application(
                            "first", "month", Optional.of(new DeploymentLog(folder)), Clock.systemUTC(), BUT_FINDINGS)
                    .apply(target, plan.plan().changes())
                    .size();
            assertThat(written).isEqualTo(40);
        }
    }

    private static Target target(Lab lab, ConnectorProvider provider) {
        lab.install(provider.dialect());
        return new Target(
                provider.name(),
                provider.dialect(),
                new LabConnector(lab, provider.dialect(), "month"),
                Deployment.State.SHADOW,
                HuntFilter.ALL);
    }

    private static SavedPacks packs() {
        List<SavedPack> packs = new ArrayList<>();
        for (int article = 0; article < 40; article++) {
            packs.add(new SavedPack(
                    "article-" + article,
                    "Article " + article,
                    Optional.empty(),
                    Optional.of(FIRST.plusDays(article < PLANTED.size() ? PLANTED.get(article) : 1)),
                    Optional.of(Severity.MEDIUM),
                    List.of(hunt(article))));
        }
        return new SavedPacks(packs, List.of());
    }

    private static Hunt hunt(int article) {
        return OneWordHunts.of("Hunt of article " + article, "--mark-" + article + "-");
    }

    /** Every host starts programs every day; habits are of half the estate; plants are of one to three hosts. */
    private static void fill(Lab lab) {
        Random random = new Random(SEED);
        for (int day = 0; day < DAYS; day++) {
            if (day != OUTAGE) {
                List<Map<String, Object>> events = new ArrayList<>();
                for (int host = 0; host < HOSTS; host++) {
                    for (int i = 0; i < 10; i++) {
                        events.add(event(day, host, "svchost.exe -k netsvcs", random));
                    }
                    for (int habit : HABITS) {
                        int times = habit == 9 && host < 3 ? 15 : random.nextInt(10) < 7 ? 1 : 0;
                        for (int i = 0; i < times; i++) {
                            events.add(event(day, host, "tool.exe --mark-" + habit + "-", random));
                        }
                    }
                }
                for (int article = 0; article < PLANTED.size(); article++) {
                    if (PLANTED.get(article) == day) {
                        for (int host : hosts(random)) {
                            events.add(event(day, host, "rclone.exe --mark-" + article + "- copy", random));
                        }
                    }
                }
                lab.add(EventKind.PROCESS_CREATION, events);
            }
        }
    }

    private static Set<Integer> hosts(Random random) {
        Set<Integer> hosts = new TreeSet<>();
        int most = 1 + random.nextInt(3);
        while (hosts.size() < most) {
            hosts.add(random.nextInt(HOSTS));
        }
        return hosts;
    }

    private static Map<String, Object> event(int day, int host, String commandLine, Random random) {
        Map<String, Object> event = new HashMap<>();
        event.put(
                EventModel.TIME,
                FIRST.plusDays(day).atStartOfDay(ZoneOffset.UTC).toInstant().plusSeconds(random.nextInt(86_400)));
        event.put("Computer", "host-" + host + ".corp.example");
        event.put("User", "CORP\\user" + host);
        event.put("Image", "C:\\Windows\\System32\\" + commandLine.replaceFirst(" .*", ""));
        event.put("CommandLine", commandLine);
        return event;
    }
}
