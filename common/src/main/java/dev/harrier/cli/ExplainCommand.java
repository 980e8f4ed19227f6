package dev.harrier.cli;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Cadence;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.SigmaWriter;
import dev.harrier.measure.History;
import dev.harrier.measure.LedgerEntry;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.operate.QueryCost;
import dev.harrier.pack.SavedPack;
import dev.harrier.pack.SavedPacks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableSet;
import java.util.OptionalLong;
import java.util.TreeSet;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code explain}: one hunt, clause by clause: why it is there, the quotes, the queries, what it found so far. Asks no SIEM. */
@Command(name = "explain", mixinStandardHelpOptions = true)
final class ExplainCommand extends TargetCommand {
    @Parameters(index = "0", paramLabel = "HUNT", description = "Its id or the beginning of it, or words of its title.")
    private String wanted;

    @Parameters(
            index = "1..*",
            paramLabel = "PACK",
            description = "Where it is. Default: the packs folder of harrier.yml, else packs.")
    private List<Path> packs = List.of();

    @Override
    ExitCode run(Session session) {
        SavedPacks read = PackInputs.read(packs, session.workspace(), session.console());
        List<Hunt> found = read.hunts().stream().filter(this::isWanted).toList();
        if (found.isEmpty()) {
            throw new ParameterException(
                    session.command(), "no hunt of the packs is called " + wanted + " or has such an id");
        }
        List<LedgerEntry> entries = session.workspace().ledger().read().entries();
        History history = History.of(entries);
        NavigableSet<String> targets = new TreeSet<>();
        entries.stream().map(LedgerEntry::target).forEach(targets::add);
        found.forEach(hunt -> session.console().data(Printable.of(explain(hunt, read, targets, history))));
        return ExitCode.OK;
    }

    private boolean isWanted(Hunt hunt) {
        String lower = wanted.toLowerCase(Locale.ROOT);
        return hunt.id().toString().startsWith(lower)
                || hunt.title().toLowerCase(Locale.ROOT).contains(lower);
    }

    private static String explain(Hunt hunt, SavedPacks packs, NavigableSet<String> targets, History history) {
        List<String> parts = new ArrayList<>();
        parts.add(head(hunt, packs));
        parts.addAll(ClausePage.of(hunt));
        parts.add("AS SIGMA\n" + indented(SigmaWriter.write(hunt)));
        for (ConnectorProvider provider : Connectors.discover()) {
            Rendering rendering = provider.dialect().renderForFiles(hunt);
            String text = rendering instanceof Rendering.Rendered rendered
                    ? rendered.text()
                    : "can't be said: " + ((Rendering.Unsupported) rendering).reason();
            parts.add("AS " + provider.dialect().name().toUpperCase(Locale.ROOT) + "\n" + indented(text));
        }
        parts.add(cost(hunt, targets, history));
        parts.add(history(hunt, targets, history));
        return String.join("\n\n", parts) + "\n";
    }

    private static String head(Hunt hunt, SavedPacks packs) {
        List<String> lines = new ArrayList<>();
        lines.add(hunt.title());
        lines.add("id          " + hunt.id());
        lines.add("kind        " + hunt.kind().word() + ", " + hunt.severity().word() + ", "
                + hunt.confidence().word() + " confidence, reads "
                + hunt.logic().kind().words() + " events");
        lines.add("techniques  " + (hunt.techniques().isEmpty() ? "none" : String.join(", ", hunt.techniques())));
        lines.add("lives       "
                + hunt.timeToLive()
                        .map(time -> time.toDays() + " days after publication")
                        .orElse("for ever"));
        lines.add("because     " + hunt.selectedBecause());
        packs.packs().stream()
                .filter(pack -> pack.hunts().stream().anyMatch(each -> each.id().equals(hunt.id())))
                .map(SavedPack::title)
                .forEach(title -> lines.add("article     " + title));
        if (!hunt.falsePositives().isEmpty()) {
            lines.add("benign too  " + String.join("; ", hunt.falsePositives()));
        }
        return String.join("\n", lines);
    }

    /** By the hour, as most targets run hunts; a target's own schedule is in its plan. */
    private static String cost(Hunt hunt, NavigableSet<String> targets, History history) {
        QueryCost.Scan scan = QueryCost.Scan.of(hunt);
        List<String> lines = new ArrayList<>();
        for (String target : targets) {
            OptionalLong events = history.usualEvents(hunt.logic().kind(), target);
            new QueryCost(Cadence.HOURLY, events, scan)
                    .perDay()
                    .ifPresent(cost -> lines.add(String.format(
                            Locale.ROOT,
                            "  %s  about %,d events a day, run hourly over an hour (%s)",
                            target,
                            cost,
                            scan.name().toLowerCase(Locale.ROOT))));
        }
        return lines.isEmpty()
                ? "COST NOT KNOWN: validate measures how many events there are"
                : "COST, IN WEIGHTED EVENTS READ\n" + String.join("\n", lines);
    }

    private static String history(Hunt hunt, NavigableSet<String> targets, History history) {
        List<String> lines = new ArrayList<>();
        for (String target : targets) {
            List<DayCount> days = List.copyOf(history.days(hunt.id(), target).values());
            if (!days.isEmpty()) {
                lines.add("  " + target + "  " + Sparkline.of(days) + "  " + days.size() + " days to "
                        + days.get(days.size() - 1).day());
            }
        }
        return lines.isEmpty() ? "NOT COUNTED YET" : "HITS A DAY\n" + String.join("\n", lines);
    }

    private static String indented(String text) {
        return text.strip()
                .lines()
                .map(line -> "  " + line)
                .reduce((a, b) -> a + "\n" + b)
                .orElse("");
    }
}
