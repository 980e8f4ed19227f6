package dev.harrier.report.validation;

import dev.harrier.measure.HitCount;
import dev.harrier.measure.LedgerEntry.DayCount;
import dev.harrier.report.Html;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hits day by day: a bar a day, a mark on the ground for a day that was searched and had none, and a gap where nothing was searched. A
 * bound has a broken outline.
 */
final class DayChart {
    /** Days that a chart shows. */
    static final int DAYS = 31;

    private static final int STEP = 10;
    private static final int HEIGHT = 60;
    private static final int GROUND = 50;

    private final Map<LocalDate, DayCount> days = new HashMap<>();
    private final LocalDate to;
    private final LocalDate windowFrom;
    private final long most;

    /**
     * A chart of one hunt on one target.
     *
     * @param to the day after the last
     * @param windowFrom first of the days that the verdict is about
     */
    DayChart(List<DayCount> counts, LocalDate windowFrom, LocalDate to) {
        this.windowFrom = windowFrom;
        this.to = to;
        LocalDate first = to.minusDays(DAYS);
        counts.stream()
                .filter(day -> !day.day().isBefore(first) && day.day().isBefore(to))
                .forEach(day -> days.put(day.day(), day));
        this.most = days.values().stream().mapToLong(DayChart::events).max().orElse(0);
    }

    private static long events(DayCount day) {
        return CountWords.hits(day.count()).map(hits -> hits.events()).orElse(0L);
    }

    /** For a screen reader, and for a person who points at the chart. */
    String words() {
        long searched = days.values().stream()
                .filter(day -> CountWords.hits(day.count()).isPresent())
                .count();
        return "hits a day, " + to.minusDays(DAYS) + " to " + to.minusDays(1) + ": at most " + most + ", "
                + (DAYS - searched) + " days not searched";
    }

    Html chart() {
        List<Html> shapes = new ArrayList<>();
        int window = at(windowFrom.isBefore(to.minusDays(DAYS)) ? to.minusDays(DAYS) : windowFrom);
        shapes.add(Svg.box("window", window, 0, DAYS * STEP - window, HEIGHT, ""));
        for (LocalDate day = to.minusDays(DAYS); day.isBefore(to); day = day.plusDays(1)) {
            shapes.add(day(day));
        }
        return Svg.chart("days", DAYS * STEP, HEIGHT, words(), shapes.toArray(new Html[0]));
    }

    private int at(LocalDate day) {
        return STEP * (int) (DAYS - day.datesUntil(to).count());
    }

    private Html day(LocalDate day) {
        DayCount count = days.get(day);
        if (count == null || CountWords.hits(count.count()).isEmpty()) {
            return Html.NOTHING;
        }
        long events = events(count);
        int height = events == 0 ? 1 : (int) Math.max(3, Math.round((double) GROUND * events / most));
        String css = count.count() instanceof HitCount.AtLeast ? "bar.bound" : events == 0 ? "bar.zero" : "bar";
        String words = events == 0 && css.equals("bar.zero") ? "" : day + ": " + CountWords.events(count.count());
        return Svg.box(css, at(day) + 1, GROUND + 5 - height, STEP - 2, height, words);
    }
}
