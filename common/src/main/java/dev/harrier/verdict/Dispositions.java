package dev.harrier.verdict;

import dev.harrier.measure.RaisedAlerts;
import java.util.Locale;
import java.util.Map;

/**
 * What analysts decided of a hunt's alerts, in one vocabulary for Enterprise Security's dispositions ({@code True Positive - Suspicious
 * Activity}, {@code Benign Positive - …}, {@code False Positive - …}) and Sentinel's classifications ({@code TruePositive}, …).
 *
 * @param truePositive alerts that were right
 * @param falsePositive alerts that were wrong, or right but expected here
 * @param decided both, without the undetermined
 */
record Dispositions(long truePositive, long falsePositive, long decided) {
    static Dispositions of(RaisedAlerts alerts) {
        long right = 0;
        long wrong = 0;
        for (Map.Entry<String, Long> each : alerts.byDisposition().entrySet()) {
            String word = each.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
            right += word.startsWith("truepositive") ? each.getValue() : 0;
            wrong += word.startsWith("falsepositive") || word.startsWith("benignpositive") ? each.getValue() : 0;
        }
        return new Dispositions(right, wrong, right + wrong);
    }
}
