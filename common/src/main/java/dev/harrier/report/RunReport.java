package dev.harrier.report;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntPack;
import dev.harrier.measure.Coverage;
import dev.harrier.measure.Window;
import dev.harrier.verdict.HuntVerdict;
import dev.harrier.verdict.SeverityConfirmation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One article's run, from words to verdicts: all that a report needs. Immutable.
 *
 * @param pack what was made of the article
 * @param window what was searched
 * @param targets names of the targets, in the order asked for
 * @param coverage the telemetry found in the window, by kind; of the first target that tells
 * @param verdicts one per hunt and target, by hunt as in the pack, then by target
 * @param confirmations one per target
 * @param queries by hunt, then by target: the text that ran, or why there is none
 */
public record RunReport(
        HuntPack pack,
        Window window,
        List<String> targets,
        List<Coverage> coverage,
        List<HuntVerdict> verdicts,
        List<SeverityConfirmation> confirmations,
        Map<HuntId, Map<String, Query>> queries) {
    /**
     * A hunt on one target.
     *
     * @param text what ran there, empty if it can't be said there
     * @param unsupported why there is no text
     */
    public record Query(Optional<String> text, Optional<String> unsupported) {
        public Query {
            requireNonNull(text, "text is null");
            requireNonNull(unsupported, "unsupported is null");
        }
    }

    public RunReport {
        requireNonNull(pack, "pack is null");
        requireNonNull(window, "window is null");
        targets = List.copyOf(targets);
        coverage = List.copyOf(coverage);
        verdicts = List.copyOf(verdicts);
        confirmations = List.copyOf(confirmations);
        queries = Map.copyOf(new TreeMap<>(queries));
    }

    /** The verdict of a hunt on a target, if it was counted there. */
    public Optional<HuntVerdict> verdict(HuntId hunt, String target) {
        return verdicts.stream()
                .filter(v -> v.hunt().id().equals(hunt) && v.target().equals(target))
                .findFirst();
    }
}
