package dev.harrier.hunt.sigma;

import static java.util.Objects.requireNonNull;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntTitle;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One Sigma rule as read. Immutable and thread-safe.
 *
 * @param file where it was read, as given to the reader
 * @param id its own UUID, or one derived from its title and log source when it has none
 * @param title as written
 * @param name by which correlations call it, empty when it has none
 * @param description as written, empty when there is none
 * @param status for example {@code test}, empty when there is none
 * @param level its severity, {@code medium} when it gives none
 * @param tags as written
 * @param references as written
 * @param falsePositives as written
 * @param logSource as written
 * @param detection its logic, when all of it is ours
 * @param unsupported why there is neither a detection nor a query, precisely; empty exactly when there is one
 * @param correlation what it says of other rules' events; such a rule reads no logs itself, and is unsupported as a hunt
 * @param query what an analyst wrote in the section {@code native} where Sigma can't say it; such a rule has no detection
 * @param harrier the custom section {@code harrier}: each key's values, a single value as a list of one
 */
public record SigmaRule(
        String file,
        HuntId id,
        String title,
        Optional<String> name,
        String description,
        Optional<String> status,
        Severity level,
        List<String> tags,
        List<String> references,
        List<String> falsePositives,
        LogSource logSource,
        Optional<Logic.Detection> detection,
        List<String> unsupported,
        Optional<Correlation> correlation,
        Optional<Logic.NativeQuery> query,
        Map<String, List<String>> harrier) {
    private static final Pattern TECHNIQUE = Pattern.compile("attack\\.(t[0-9]{4}(\\.[0-9]{3})?)");

    public SigmaRule {
        requireNonNull(file, "file is null");
        requireNonNull(id, "id is null");
        requireNonNull(title, "title is null");
        requireNonNull(name, "name is null");
        requireNonNull(description, "description is null");
        requireNonNull(status, "status is null");
        requireNonNull(level, "level is null");
        tags = List.copyOf(tags);
        references = List.copyOf(references);
        falsePositives = List.copyOf(falsePositives);
        requireNonNull(logSource, "logSource is null");
        requireNonNull(detection, "detection is null");
        unsupported = List.copyOf(unsupported);
        requireNonNull(correlation, "correlation is null");
        requireNonNull(query, "query is null");
        harrier = Map.copyOf(harrier);
        boolean hunted = detection.isPresent() || query.isPresent();
        if (hunted != unsupported.isEmpty() || (detection.isPresent() && query.isPresent())) {
            throw new IllegalArgumentException("a rule has a detection, a query, or reasons why it has neither");
        }
    }

    /** What it runs; empty exactly when it is unsupported. */
    public Optional<Logic> logic() {
        return detection.<Logic>map(d -> d).or(() -> query);
    }

    /** ATT&amp;CK ids of its tags, for example {@code T1059.001}, in the rule's order. */
    public List<String> techniques() {
        return tags.stream()
                .map(t -> TECHNIQUE.matcher(t.toLowerCase(Locale.ROOT)))
                .filter(m -> m.matches())
                .map(m -> m.group(1).toUpperCase(Locale.ROOT))
                .toList();
    }

    /**
     * The rule as a hunt: of the kind, confidence and lifetime that its {@code harrier} section says, else a catalogue hunt of
     * medium confidence for ever. Its quotes aren't in a rule, so it has no grounds.
     *
     * @throws IllegalStateException if the rule is unsupported
     */
    public Hunt toHunt() {
        Logic logic = logic().orElseThrow(() -> new IllegalStateException(file + ": " + unsupported));
        return new Hunt(
                id,
                HuntTitle.of(title),
                description,
                word("kind", Hunt.Kind.class).orElse(Hunt.Kind.CATALOGUE),
                logic,
                level,
                word("confidence", Hunt.Confidence.class).orElse(Hunt.Confidence.MEDIUM),
                techniques(),
                List.of(),
                references,
                falsePositives,
                value("time-to-live-days").map(days -> Duration.ofDays(Long.parseLong(days))),
                value("selected-because").orElse("Given as a rule"));
    }

    private Optional<String> value(String key) {
        return harrier.getOrDefault(key, List.of()).stream().findFirst();
    }

    private <E extends Enum<E>> Optional<E> word(String key, Class<E> type) {
        return value(key).map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT)));
    }
}
