package dev.harrier.operate;

import dev.harrier.connector.ConnectorException;
import dev.harrier.history.Ledger;
import dev.harrier.hunt.EventKind;
import dev.harrier.measure.History;
import dev.harrier.measure.LedgerEntry;
import dev.harrier.measure.LedgerEntry.DayCoverage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings the ledger up to date on what telemetry there was, day by day and kind by kind. */
final class DailyTelemetry {
    private final Ledger ledger;
    private final Clock clock;
    private final Duration lag;
    private final Deadline deadline;
    private final Notices notices;

    /** As {@link DailyCounts}. */
    DailyTelemetry(Ledger ledger, Clock clock, Duration lag, Deadline deadline, Notices notices) {
        this.ledger = ledger;
        this.clock = clock;
        this.lag = lag;
        this.deadline = deadline;
        this.notices = notices;
    }

    /** Asks what telemetry there was on each day that is missing: one question per kind. */
    void update(TargetHunts hunts, History history, LocalDate from, LocalDate to) {
        Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
        hunts.hunts().forEach(hunt -> kinds.add(hunt.logic().kind()));
        List<LedgerEntry> entries = new ArrayList<>();
        for (EventKind kind : kinds) {
            List<LocalDate> missing = from.datesUntil(to)
                    .filter(day -> !isSettled(hunts, history, kind, day))
                    .toList();
            if (!missing.isEmpty() && !deadline.passed()) {
                entries.addAll(coverage(hunts, kind, missing));
            }
        }
        ledger.append(entries);
    }

    private boolean isSettled(TargetHunts hunts, History history, EventKind kind, LocalDate day) {
        return Optional.ofNullable(history.days(kind, hunts.target().name()).get(day))
                .filter(known -> !known.at()
                        .isBefore(day.plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .plus(lag)))
                .isPresent();
    }

    private List<LedgerEntry> coverage(TargetHunts hunts, EventKind kind, List<LocalDate> missing) {
        LocalDate last = missing.get(missing.size() - 1);
        String target = hunts.target().name();
        List<LedgerEntry> entries = new ArrayList<>();
        try {
            hunts.target()
                    .connector()
                    .dailyCoverage(kind, missing.get(0), last.plusDays(1))
                    .forEach((day, there) -> entries.add(
                            new DayCoverage(kind, target, day, clock.instant(), there.events(), there.hosts())));
        } catch (ConnectorException e) {
            notices.problem(Problem.of(e));
        }
        entries.removeIf(entry -> !missing.contains(entry.day()));
        return entries;
    }
}
