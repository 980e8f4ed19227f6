package dev.harrier.assess;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What one more, or one less, signal would make of a severity. Shows only what changes the level. */
final class SeverityOutlook {
    private static final int MOST = 3;
    private final Collection<SeverityWeight> weights;
    private final Map<String, SeverityWeight> counted;
    private final OptionalInt lid;
    private final int sum;

    /**
     * @param counted the signal that counts, by group
     * @param lid the highest score that this kind of article may have
     */
    SeverityOutlook(Collection<SeverityWeight> weights, Map<String, SeverityWeight> counted, OptionalInt lid) {
        this.weights = weights;
        this.counted = counted;
        this.lid = lid;
        this.sum = counted.values().stream().mapToInt(SeverityWeight::points).sum();
    }

    /** Up first, by the greatest change. */
    List<SeverityChange> changes() {
        return Stream.concat(ups(), downs()).toList();
    }

    private Stream<SeverityChange> ups() {
        Stream<SeverityChange> more = weights.stream()
                .filter(weight -> weight.isEvidence() && weight.points() > points(weight.group()))
                .map(weight ->
                        change(weight.points() - points(weight.group()), "had the article said: " + weight.why()));
        Stream<SeverityChange> freed = lid.stream()
                .filter(most -> sum > most)
                .mapToObj(most -> new SeverityChange(
                        sum - most, "were it about a threat that can be hunted", Severity.ofScore(clamped(sum))));
        return Stream.concat(freed, more)
                .filter(change -> change.level().compareTo(level(sum)) > 0)
                .sorted(Comparator.comparingInt((SeverityChange change) -> -change.points())
                        .thenComparing(SeverityChange::what))
                .limit(MOST);
    }

    private Stream<SeverityChange> downs() {
        return counted.values().stream()
                .filter(weight -> weight.isEvidence() && weight.points() > 0)
                .map(weight -> change(-weight.points(), "were this not so: " + weight.why()))
                .filter(change -> change.level().compareTo(level(sum)) < 0)
                .sorted(Comparator.comparingInt(SeverityChange::points).thenComparing(SeverityChange::what))
                .limit(MOST);
    }

    private SeverityChange change(int points, String what) {
        return new SeverityChange(points, what, level(sum + points));
    }

    private int points(String group) {
        return Optional.ofNullable(counted.get(group))
                .map(SeverityWeight::points)
                .orElse(0);
    }

    private Severity level(int score) {
        return Severity.ofScore(clamped(lid.isPresent() ? Math.min(score, lid.getAsInt()) : score));
    }

    private static int clamped(int score) {
        return Math.max(0, Math.min(100, score));
    }
}
