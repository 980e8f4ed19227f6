package dev.harrier.lab;

import dev.harrier.hunt.EventKind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts while one input is being loaded. For one thread. */
final class LoadTally {
    private static final int MOST_SOURCES = 1_000;
    private static final int LONGEST_SOURCE = 200;
    private static final String REST = "…";

    private final String name;
    private final long[] loaded = new long[EventKind.values().length];
    private final Map<String, Long> other = new LinkedHashMap<>();
    private final List<BadLine> bad = new ArrayList<>();
    private long lines;
    private long badLines;
    private long duplicates;

    LoadTally(String name) {
        this.name = name;
    }

    void line() {
        lines++;
    }

    long lines() {
        return lines;
    }

    void add(EventKind kind) {
        loaded[kind.ordinal()]++;
    }

    /** How many of a kind were counted. */
    long loaded(EventKind kind) {
        return loaded[kind.ordinal()];
    }

    void other(String source) {
        other(source, 1);
    }

    /** What records say of themselves may be long, and another each time: so much is told one by one, and the rest together. */
    private void other(String source, long count) {
        String told = source.length() > LONGEST_SOURCE ? start(source) + REST : source;
        other.merge(other.size() < MOST_SOURCES || other.containsKey(told) ? told : REST, count, Long::sum);
    }

    private static String start(String source) {
        boolean splits = Character.isHighSurrogate(source.charAt(LONGEST_SOURCE - 1));
        return source.substring(0, splits ? LONGEST_SOURCE - 1 : LONGEST_SOURCE);
    }

    void bad(long line, String reason) {
        badLines++;
        if (bad.size() < LoadReport.BAD_LINES_LISTED) {
            bad.add(new BadLine(name, line, reason));
        }
    }

    /** Adds what was counted in a part of the input that begins behind so many lines. */
    void add(LoadTally part, long linesBefore) {
        lines += part.lines;
        for (int i = 0; i < loaded.length; i++) {
            loaded[i] += part.loaded[i];
        }
        part.other.forEach(this::other);
        part.bad.stream()
                .limit(LoadReport.BAD_LINES_LISTED - bad.size())
                .map(line -> new BadLine(line.file(), line.line() + linesBefore, line.reason()))
                .forEach(bad::add);
        badLines += part.badLines;
    }

    void duplicates(EventKind kind, long count) {
        duplicates += count;
        loaded[kind.ordinal()] -= count;
    }

    LoadReport report(Optional<String> cutShort) {
        return new LoadReport(name, lines, byKind(), other, duplicates, bad, badLines, cutShort);
    }

    private Map<EventKind, Long> byKind() {
        Map<EventKind, Long> counts = new EnumMap<>(EventKind.class);
        for (EventKind kind : EventKind.values()) {
            if (loaded[kind.ordinal()] > 0) {
                counts.put(kind, loaded[kind.ordinal()]);
            }
        }
        return counts;
    }
}
