package dev.harrier.cli;

import dev.harrier.measure.LedgerEntry.DayCount;
import java.util.List;
import java.util.Optional;

/** Hits a day as a row of bars; a dot is a day without a hit, a question mark one that was not wholly searched. */
final class Sparkline {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int LONGEST = 31;

    private Sparkline() {}

    static String of(List<DayCount> days) {
        List<DayCount> latest = days.subList(Math.max(0, days.size() - LONGEST), days.size());
        long most = latest.stream()
                .flatMap(day -> day.counted().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        StringBuilder line = new StringBuilder();
        latest.forEach(day -> line.append(bar(day.counted(), most)));
        return line.toString();
    }

    private static char bar(Optional<Long> hits, long most) {
        if (hits.isEmpty()) {
            return '?';
        }
        if (hits.get() == 0) {
            return '·';
        }
        double share = Math.log1p((double) hits.get()) / Math.log1p((double) most);
        return BARS.charAt((int) Math.min(BARS.length() - 1, Math.floor(share * BARS.length())));
    }
}
