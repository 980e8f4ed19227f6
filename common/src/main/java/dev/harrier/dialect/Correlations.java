package dev.harrier.dialect;

import dev.harrier.hunt.Logic;
import dev.harrier.hunt.sigma.Correlation;
import dev.harrier.hunt.sigma.SigmaRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Renders correlation rules among the rules that they name. Immutable and thread-safe. */
public final class Correlations {
    private final Map<String, SigmaRule> rules = new HashMap<>();

    /** Among rules that are called by their names or ids; of two with one name, the first. */
    public Correlations(List<SigmaRule> rules) {
        for (SigmaRule rule : rules) {
            rule.name().ifPresent(name -> this.rules.putIfAbsent(name, rule));
            this.rules.putIfAbsent(rule.id().toString(), rule);
        }
    }

    /** A rule in a language: as a correlation if it is one, else as a hunt. */
    public Rendering render(SigmaRule rule, Dialect dialect, Profile profile) {
        if (rule.correlation().isPresent()) {
            return render(rule.correlation().get(), dialect, profile);
        }
        return rule.logic().isPresent()
                ? dialect.render(rule.toHunt(), profile)
                : new Rendering.Unsupported(String.join("; ", rule.unsupported()));
    }

    private Rendering render(Correlation correlation, Dialect dialect, Profile profile) {
        List<Logic.Detection> parts = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        for (String name : correlation.rules()) {
            SigmaRule rule = rules.get(name);
            if (rule == null) {
                reasons.add("the rule " + name + " is not among the rules given");
            } else {
                rule.detection().ifPresentOrElse(parts::add, () -> reasons.add(name + ": " + reason(rule)));
            }
        }
        return reasons.isEmpty()
                ? dialect.correlate(new CorrelatedHunt(correlation, parts), profile)
                : new Rendering.Unsupported(String.join("; ", reasons));
    }

    private static String reason(SigmaRule rule) {
        return rule.correlation().isPresent()
                ? "a correlation of correlations has no single time"
                : String.join(", ", rule.unsupported());
    }
}
