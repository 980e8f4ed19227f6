package dev.harrier.cli;

import dev.harrier.hunt.EventKind;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.SourceCoverage;
import dev.harrier.measure.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What telemetry there is, as text: a row per target and kind, one below it per source, and what more would unlock. Not thread-safe. */
final class CoveragePage {
    private final Window window;
    private final TextTable table =
            new TextTable("TARGET", "EVENTS OF KIND", "EVENTS", "HOSTS", "LAST", "BEHIND", "HUNTS", "");
    private final List<String> unlocks = new ArrayList<>();

    CoveragePage(Window window) {
        this.window = window;
    }

    /**
     * The hunts that need events of a kind.
     *
     * @param all of the target, of whatever kind
     * @param ofKind that need these
     * @param unsaid of them that the target can't run
     * @param silent how many of them are blind for want of their own source, by the reason
     */
    record Needing(long all, long ofKind, long unsaid, SortedMap<String, Long> silent) {
        Needing {
            silent = new TreeMap<>(silent);
        }

        private String remark(boolean nothingThere) {
            if (nothingThere) {
                return "blind";
            }
            List<String> remarks = new ArrayList<>();
            long blind = silent.values().stream().mapToLong(Long::longValue).sum();
            if (blind > 0) {
                remarks.add(blind + " blind");
            }
            if (unsaid > 0) {
                remarks.add(unsaid + " can't be said there");
            }
            return String.join(", ", remarks);
        }
    }

    void add(String target, EventKind kind, Coverage there, List<SourceCoverage> sources, Needing hunts) {
        boolean nothing = there.events() == 0;
        table.row(
                target,
                kind.words(),
                Long.toString(there.events()),
                Long.toString(there.hosts()),
                time(there.last()),
                behind(new SourceCoverage("", there.events(), there.hosts(), there.last())),
                Long.toString(hunts.ofKind()),
                hunts.remark(nothing));
        sources.forEach(this::source);
        hunts.silent()
                .forEach((why, blind) ->
                        unlocks.add(target + ": " + why + ": " + blind + " of " + hunts.all() + " hunts are blind"));
        if (nothing && hunts.ofKind() > hunts.unsaid()) {
            unlocks.add(target + ": " + kind.words() + " events would unlock " + (hunts.ofKind() - hunts.unsaid())
                    + " of " + hunts.all() + " hunts");
        }
    }

    /** A target gave no answer: that is neither events nor none. */
    void unanswered(String target, EventKind kind, long hunts) {
        table.row(target, kind.words(), "?", "?", "–", "–", Long.toString(hunts), "no answer");
    }

    private void source(SourceCoverage source) {
        table.row(
                "",
                "  " + source.source(),
                Long.toString(source.events()),
                Long.toString(source.hosts()),
                time(source.last()),
                behind(source),
                "",
                "");
    }

    String text() {
        if (table.rows() == 0) {
            return "no hunt goes to these targets: there is nothing to look for";
        }
        return "searched " + window.from() + " to " + window.to() + "\n\n" + table.text()
                + (unlocks.isEmpty() ? "" : "\n\n" + String.join("\n", unlocks));
    }

    private static String time(Optional<Instant> time) {
        return time.map(Object::toString).orElse("–");
    }

    /** Behind the window's end. */
    private String behind(SourceCoverage source) {
        return source.behind(window.to()).map(CoveragePage::words).orElse("–");
    }

    private static String words(Duration behind) {
        if (behind.toDays() > 0) {
            return behind.toDays() + " d " + behind.toHoursPart() + " h";
        }
        return behind.toHours() > 0
                ? behind.toHours() + " h " + behind.toMinutesPart() + " min"
                : behind.toMinutes() + " min";
    }
}
