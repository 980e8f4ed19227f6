package dev.harrier.cli;

import dev.harrier.history.Ledger;
import dev.harrier.hunt.Hunt;
import dev.harrier.measure.History;
import dev.harrier.measure.LedgerEntry;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.pack.SavedPacks;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import picocli.CommandLine.Command;

/** {@code history}: what was counted, day by day, from the ledger alone. */
@Command(name = "history", mixinStandardHelpOptions = true)
final class HistoryCommand extends PackCommand {
    @Override
    ExitCode run(Session session, SavedPacks packs) {
        Ledger.Content content = session.workspace().ledger().read();
        NavigableSet<String> targets = new TreeSet<>();
        content.entries().stream()
                .map(LedgerEntry::target)
                .filter(session.workspace()::isMeant)
                .forEach(targets::add);
        session.console().data(table(packs.hunts(), targets, History.of(content.entries())));
        if (content.unreadable() > 0) {
            session.console()
                    .progress(content.unreadable() + " lines of the ledger could not be read, and are passed over");
        }
        return ExitCode.OK;
    }

    private static String table(List<Hunt> hunts, NavigableSet<String> targets, History history) {
        TextTable table =
                new TextTable("TARGET", "HUNT", "DAYS", "HITS", "LAST HIT", "HITS A DAY (· none, ? not searched)");
        for (String target : targets) {
            for (Hunt hunt : hunts) {
                List<DayCount> days =
                        List.copyOf(history.days(hunt.id(), target).values());
                if (!days.isEmpty()) {
                    long hits = days.stream()
                            .flatMap(day -> day.counted().stream())
                            .mapToLong(Long::longValue)
                            .sum();
                    String last = days.stream()
                            .filter(day -> day.counted().orElse(0L) > 0)
                            .reduce((first, second) -> second)
                            .map(day -> day.day().toString())
                            .orElse("–");
                    table.row(
                            target,
                            hunt.title(),
                            Integer.toString(days.size()),
                            Long.toString(hits),
                            last,
                            Sparkline.of(days));
                }
            }
        }
        return table.rows() > 0 ? table.text() : nothing(hunts, targets);
    }

    private static String nothing(List<Hunt> hunts, NavigableSet<String> targets) {
        if (hunts.isEmpty()) {
            return "the packs hold no hunt";
        }
        return targets.isEmpty()
                ? "nothing was counted there yet: validate does"
                : "none of these hunts was counted yet: validate does";
    }
}
