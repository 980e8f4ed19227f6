package dev.harrier.pack.lint;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.yaml.MarkedYaml;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks of one rule's metadata. */
final class RuleChecks {
    private static final String LIFETIME = "time-to-live-days";
    private static final Pattern DAYS = Pattern.compile("[1-9][0-9]{0,4}");

    private final RuleSource rule;
    private final AttackCatalogue attack;
    private final Remarks remarks;

    RuleChecks(RuleSource rule, AttackCatalogue attack, Remarks remarks) {
        this.rule = rule;
        this.attack = attack;
        this.remarks = remarks;
    }

    /** Whether a hunt can be made of the rule. */
    boolean check() {
        rule.rule().unsupported().forEach(why -> add(HuntCheck.HUNT001, place(), why));
        new TagChecks(rule, attack, remarks).check();
        present();
        return harrierSection() && rule.rule().logic().isPresent();
    }

    private YamlMark place() {
        return rule.yaml().keys().getOrDefault("logsource", rule.key("detection"));
    }

    private void present() {
        if (rule.yaml().get("id").isEmpty()) {
            add(HuntCheck.HUNT017, rule.key("title"), "give the rule an id, a UUID");
        }
        if (rule.rule().description().isBlank()) {
            add(HuntCheck.HUNT018, rule.key("title"), "give the rule a description");
        }
        if (rule.rule().falsePositives().isEmpty()) {
            add(HuntCheck.HUNT011, rule.key("title"), "list false positives, or Unknown");
        }
        if (rule.rule().techniques().isEmpty()) {
            add(HuntCheck.HUNT014, rule.key("tags"), "tag the technique, for example attack.t1059.001");
        }
    }

    private boolean harrierSection() {
        Optional<MarkedYaml.Fields> section = rule.yaml()
                .get("harrier")
                .filter(MarkedYaml.Fields.class::isInstance)
                .map(MarkedYaml.Fields.class::cast);
        return section.map(this::harrierSection).orElse(true);
    }

    private boolean harrierSection(MarkedYaml.Fields section) {
        boolean kind = word(section, "kind", Hunt.Kind.values());
        boolean confidence = word(section, "confidence", Hunt.Confidence.values());
        boolean days = first(section, LIFETIME)
                .filter(text -> !DAYS.matcher(text.value()).matches())
                .map(text -> wrong(LIFETIME, text, "a whole number of days above 0"))
                .isEmpty();
        boolean mortal = first(section, "kind")
                .map(text -> text.value().equalsIgnoreCase("indicator"))
                .orElse(false);
        if (mortal && section.get(LIFETIME).isEmpty()) {
            add(HuntCheck.HUNT012, section.keyMark("kind"), "give the indicators a time-to-live-days");
        }
        return kind && confidence && days;
    }

    private boolean word(MarkedYaml.Fields section, String key, Enum<?>[] words) {
        List<String> known = Arrays.stream(words)
                .map(word -> word.name().toLowerCase(Locale.ROOT))
                .toList();
        return first(section, key)
                .filter(text -> !known.contains(text.value().toLowerCase(Locale.ROOT)))
                .map(text -> wrong(key, text, known.stream().collect(Collectors.joining(", "))))
                .isEmpty();
    }

    private static Optional<MarkedYaml.Text> first(MarkedYaml.Fields section, String key) {
        return section.get(key).flatMap(value -> value.texts().stream().findFirst());
    }

    private boolean wrong(String key, MarkedYaml.Text text, String known) {
        add(HuntCheck.HUNT013, text.mark(), key + " is \"" + text.value() + "\", not one of: " + known);
        return true;
    }

    private void add(HuntCheck check, YamlMark mark, String message) {
        remarks.add(rule.source(), check.at(mark, message));
    }
}
