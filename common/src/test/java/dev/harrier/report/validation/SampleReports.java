package dev.harrier.report.validation;

import dev.harrier.assess.Severity;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.deploy.Deployment.State;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Hits;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.measure.RaisedAlerts;
import dev.harrier.measure.ScannedBytes;
import dev.harrier.measure.ScheduledRuns;
import dev.harrier.measure.Window;
import dev.harrier.report.RunReport;
import dev.harrier.report.ValidationReport;
import dev.harrier.report.ValidationReport.Pack;
import dev.harrier.report.ValidationReport.Target;
import dev.harrier.verdict.Disagreement;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.Proposal;
import dev.harrier.verdict.SeverityConfirmation;
import dev.harrier.verdict.Verdict;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;

/** Reports to write: one that was made by hand and is hostile, and as many more as a seed gives. */
final class SampleReports {
    /** What an attacker would write into an article. */
    static final List<String> HOSTILE = List.of(
            "</title></style><script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "[click](javascript:alert(1)) ![x](http://evil.example/x.png)",
            "| a | b |\n# heading\n::error::owned\r\n::stop-commands::x",
            "`code` ``` <!-- --> ]]> &amp; @everyone",
            "=HYPERLINK(\"http://evil.example\")",
            "\u202Egnp.exe \u0007\u001B[31m\0 \\\" \\n",
            "%0A::warning::x,title=y:z");

    private static final Window WINDOW = Window.of(LocalDate.of(2026, 11, 15), LocalDate.of(2026, 11, 22));
    private static final Instant AT = Instant.parse("2026-11-22T04:00:00Z");
    private static final List<String> TARGETS = List.of("splunk-main", "sentinel");
    private static final List<String> TECHNIQUES =
            List.of("T1059.001", "T1071.001", "T1566.001", "T1003.001", "T1021.002", "T1486");

    private SampleReports() {}

    /** One hunt for each verdict, and hostile words wherever an article's words go. */
    static ValidationReport byHand() {
        List<Hunt> hunts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            hunts.add(hunt(verdict.ordinal(), "Hunt that is " + verdict.word(), HOSTILE.get(verdict.ordinal())));
        }
        return report(hunts, HOSTILE.get(0), new Random(1), hunt -> Verdict.values()[hunts.indexOf(hunt)]);
    }

    /** Nothing but its dates. */
    static ValidationReport empty() {
        return new ValidationReport(
                AT,
                WINDOW,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    /** So many hunts on two targets, 31 days each, mostly quiet. */
    static ValidationReport of(int number, long seed) {
        Random random = new Random(seed);
        List<Hunt> hunts = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            hunts.add(hunt(i, "Hunt number " + i, HOSTILE.get(random.nextInt(HOSTILE.size()))));
        }
        Verdict[] all = Verdict.values();
        return report(
                hunts,
                HOSTILE.get(random.nextInt(HOSTILE.size())),
                random,
                hunt -> random.nextInt(10) < 7 ? Verdict.QUIET : all[random.nextInt(all.length)]);
    }

    private interface Judge {
        Verdict of(Hunt hunt);
    }

    private static ValidationReport report(List<Hunt> hunts, String title, Random random, Judge judge) {
        List<HuntVerdict> verdicts = new ArrayList<>();
        Map<HuntId, Map<String, List<DayCount>>> days = new HashMap<>();
        for (String target : TARGETS) {
            for (Hunt hunt : hunts) {
                Verdict verdict = judge.of(hunt);
                verdicts.add(new HuntVerdict(hunt, target, count(verdict, random), verdict, "because of " + title));
                days.computeIfAbsent(hunt.id(), id -> new HashMap<>()).put(target, days(hunt, target, verdict, random));
            }
        }
        return new ValidationReport(
                AT,
                WINDOW,
                List.of(
                        pack(hunts, title),
                        new Pack("rules", "rules", Optional.empty(), Optional.empty(), List.of(), List.of())),
                hunts,
                List.of(target(TARGETS.get(0), hunts), target(TARGETS.get(1), hunts)),
                verdicts,
                hunts.isEmpty() ? List.of() : List.of(new Disagreement(hunts.get(0), "splunk-main", "sentinel", title)),
                hunts.isEmpty()
                        ? List.of()
                        : List.of(new Proposal(hunts.get(0), "sentinel", Proposal.Step.PROMOTE, title)),
                days,
                List.of("sentinel: the token was refused: " + title),
                Optional.of(Duration.ofSeconds(83)));
    }

    private static Pack pack(List<Hunt> hunts, String title) {
        SeverityConfirmation up = new SeverityConfirmation(
                "splunk-main", Severity.HIGH, Severity.CRITICAL, List.of("1 of 7 hunts", "raised: " + title));
        SeverityConfirmation same =
                new SeverityConfirmation("sentinel", Severity.HIGH, Severity.HIGH, List.of("unchanged"));
        return new Pack(
                "2026-11-20-campaign",
                title,
                Optional.of(URI.create("https://news.example/a?b=%22%3Cscript%3E&c='x'")),
                Optional.of(Severity.HIGH),
                hunts.stream().map(Hunt::id).toList(),
                List.of(up, same));
    }

    private static Target target(String name, List<Hunt> hunts) {
        Map<HuntId, State> states = new HashMap<>();
        Map<HuntId, RunReport.Query> queries = new HashMap<>();
        Map<HuntId, ScheduledRuns> runs = new HashMap<>();
        Map<HuntId, RaisedAlerts> alerts = new HashMap<>();
        Map<HuntId, Long> scanned = new HashMap<>();
        List<ChangeWords> changes = new ArrayList<>();
        for (int i = 0; i < hunts.size(); i++) {
            Hunt hunt = hunts.get(i);
            states.put(hunt.id(), i % 3 == 0 ? State.LIVE : State.SHADOW);
            queries.put(
                    hunt.id(),
                    i % 5 == 4
                            ? new RunReport.Query(Optional.empty(), Optional.of("no table holds it"))
                            : new RunReport.Query(
                                    Optional.of("search x=\"<b>&\" | stats count\n| head " + i), Optional.empty()));
            runs.put(hunt.id(), new ScheduledRuns(24 + i, i, new TreeMap<>(Map.of("quota", 2L)), Optional.of(AT)));
            alerts.put(
                    hunt.id(),
                    new RaisedAlerts(
                            new TreeMap<>(Map.of("undetermined", (long) i)),
                            isCloud(name) ? OptionalLong.of(3L * i) : OptionalLong.empty()));
            if (isCloud(name) && i % 2 == 0) {
                scanned.put(hunt.id(), 1_500_000L * (i + 1));
            }
        }
        if (!hunts.isEmpty()) {
            HuntId first = hunts.get(0).id();
            changes.add(new ChangeWords("drifted", "Harrier - one", Optional.of(first), "edited by hand: cron <b>"));
            changes.add(new ChangeWords("foreign", "Harrier - two", Optional.of(first), "the name is taken"));
            changes.add(new ChangeWords("adjusted", "Harrier - three", Optional.empty(), "its users set enabled=0"));
        }
        return new Target(
                name,
                changes,
                List.of("Harrier - left behind"),
                List.of(
                        new Coverage(EventKind.PROCESS_CREATION, 1_234_567, 420, Optional.of(AT)),
                        new Coverage(EventKind.PROXY, 0, 0, Optional.empty())),
                states,
                queries,
                runs,
                alerts,
                isCloud(name) ? new ScannedBytes(OptionalLong.of(40_000_000_000L), scanned) : ScannedBytes.UNTOLD);
    }

    /** Which keeps alerts apart from incidents, and tells what it reads. */
    private static boolean isCloud(String target) {
        return target.equals("sentinel");
    }

    private static Hunt hunt(int number, String title, String hostile) {
        Hunt.Kind kind = Hunt.Kind.values()[number % Hunt.Kind.values().length];
        String quote = "it calls home to 203[.]0[.]113[.]9 " + hostile;
        return new Hunt(
                HuntId.derived("sample", Integer.toString(number)),
                title,
                "Looks for what the article describes: " + hostile,
                kind,
                new Logic.NativeQuery(EventKind.PROCESS_CREATION, Map.of()),
                Severity.values()[number % 5],
                Hunt.Confidence.HIGH,
                List.of(
                        TECHNIQUES.get(number % TECHNIQUES.size()),
                        TECHNIQUES.get((number * 7 + 1) % TECHNIQUES.size())),
                List.of(
                        new Ground("DestinationIp", "203.0.113.9", new Quote(quote, 7, 7 + quote.length())),
                        new Ground("CommandLine", hostile, new Quote(quote, 9, 9 + quote.length()))),
                List.of("https://news.example/a"),
                List.of("administrators"),
                number % 2 == 0 ? Optional.of(Duration.ofDays(90)) : Optional.empty(),
                "the article names it");
    }

    private static HitCount count(Verdict verdict, Random random) {
        return switch (verdict) {
            case RAISED, CONFIRMED, NOISY -> new HitCount.Counted(hits(1 + random.nextInt(5_000)), 900_000);
            case BLOCKED -> new HitCount.Counted(hits(70).withBlocked(70), 900_000);
            case QUIET -> new HitCount.Counted(Hits.NONE, 900_000);
            case BLIND -> new HitCount.Blind("no event of its kind <i>");
            case INCOMPLETE -> new HitCount.AtLeast(Hits.NONE, "the result was cut");
            case ERROR -> new HitCount.Unanswered("timed out");
        };
    }

    private static Hits hits(long events) {
        Instant first = Instant.parse("2026-11-16T08:00:00Z");
        return new Hits(events, 3, 2, 2, Optional.of(first), Optional.of(first.plusSeconds(90_000)));
    }

    /** 31 days, of which one was not searched, one failed and one is a bound. */
    private static List<DayCount> days(Hunt hunt, String target, Verdict verdict, Random random) {
        List<DayCount> days = new ArrayList<>();
        LocalDate last = LocalDate.ofInstant(WINDOW.to(), ZoneOffset.UTC);
        for (LocalDate day = last.minusDays(31); day.isBefore(last); day = day.plusDays(1)) {
            HitCount count = dayCount(day, verdict, random);
            if (day.getDayOfMonth() != 3) {
                days.add(new DayCount(hunt.id(), target, day, AT, "a1b2c3d4", count));
            }
        }
        return days;
    }

    private static HitCount dayCount(LocalDate day, Verdict verdict, Random random) {
        boolean hit = verdict == Verdict.NOISY
                || ((verdict == Verdict.RAISED || verdict == Verdict.CONFIRMED)
                        && day.getDayOfMonth() > 14
                        && day.getMonthValue() == 11);
        return switch (day.getDayOfMonth()) {
            case 5 -> new HitCount.Unanswered("timed out");
            case 6 -> new HitCount.Blind("the source was off");
            case 7 -> new HitCount.AtLeast(hit ? hits(9) : Hits.NONE, "cut");
            default -> new HitCount.Counted(hit ? hits(1 + random.nextInt(40)) : Hits.NONE, 100_000);
        };
    }
}
