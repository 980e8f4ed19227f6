package dev.harrier.verdict;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Hunt;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Confirms an article's severity on one target. It moves one level at most; what could not be measured never moves it; only quiet
 * under full coverage lowers it. Pure and thread-safe.
 */
public final class SeverityRules {
    private static final Set<Hunt.Kind> SPECIFIC = Set.of(Hunt.Kind.INDICATOR, Hunt.Kind.BEHAVIOUR);
    private static final String GENERAL =
            "unchanged: general hunts for its techniques were hit, nothing that only this article names";

    private SeverityRules() {}

    /**
     * Compares the severity on paper with what the hunts found.
     *
     * @param prior on paper
     * @param verdicts of all the article's hunts on this target
     */
    public static SeverityConfirmation confirm(String target, Severity prior, List<HuntVerdict> verdicts) {
        Map<Verdict, List<HuntVerdict>> by = grouped(verdicts);
        List<String> reasons = new ArrayList<>();
        by.forEach(
                (verdict, of) -> reasons.add(verdict.word() + ": " + of.size() + " of " + verdicts.size() + " hunts"));
        Severity posterior = prior;
        if (verdicts.isEmpty()) {
            reasons.add("nothing was measured: the severity stays what it is on paper");
        } else if (raises(by, reasons)) {
            posterior = prior.raised();
            if (posterior == prior) {
                reasons.add("it was the highest level on paper already");
            }
        } else if (by.containsKey(Verdict.CONFIRMED)) {
            reasons.add(specific(by) ? "confirmed: what the article describes was seen here" : GENERAL);
        } else if (by.keySet().equals(Set.of(Verdict.QUIET))) {
            reasons.add("lowered: every hunt ran over data that would have shown a hit, and found none");
            posterior = prior.lowered();
        } else if (by.containsKey(Verdict.BLOCKED)) {
            reasons.add("unchanged: it was tried here, and all that was seen of it was blocked");
        } else {
            reasons.add("unchanged: nothing was found, but not everything could be searched");
        }
        return new SeverityConfirmation(target, prior, posterior, reasons);
    }

    private static boolean specific(Map<Verdict, List<HuntVerdict>> by) {
        return by.get(Verdict.CONFIRMED).stream()
                .anyMatch(v -> SPECIFIC.contains(v.hunt().kind()));
    }

    private static boolean raises(Map<Verdict, List<HuntVerdict>> by, List<String> reasons) {
        List<HuntVerdict> raised = by.getOrDefault(Verdict.RAISED, List.of());
        if (!raised.isEmpty()) {
            reasons.add("raised: " + raised.get(0).hunt().title() + ": "
                    + raised.get(0).reason());
            return true;
        }
        List<HuntVerdict> confirmed = by.getOrDefault(Verdict.CONFIRMED, List.of());
        boolean indicator = confirmed.stream().anyMatch(v -> v.hunt().kind() == Hunt.Kind.INDICATOR);
        boolean behaviour = confirmed.stream().anyMatch(v -> v.hunt().kind() == Hunt.Kind.BEHAVIOUR);
        if (indicator && behaviour) {
            reasons.add("raised: both indicators and behaviour of this very article were seen");
        }
        return indicator && behaviour;
    }

    private static Map<Verdict, List<HuntVerdict>> grouped(List<HuntVerdict> verdicts) {
        Map<Verdict, List<HuntVerdict>> by = new EnumMap<>(Verdict.class);
        verdicts.forEach(
                v -> by.computeIfAbsent(v.verdict(), key -> new ArrayList<>()).add(v));
        return by;
    }
}
