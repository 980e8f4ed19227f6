package dev.harrier.pack.lint;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Tactic;
import dev.harrier.attack.Technique;
import dev.harrier.hunt.yaml.MarkedYaml;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Checks of a rule's ATT&amp;CK tags against the release in use. */
final class TagChecks {
    private static final String PREFIX = "attack.";
    private static final Pattern TECHNIQUE = Pattern.compile("T[0-9]{4}(\\.[0-9]{3})?");
    private static final Pattern THREAT = Pattern.compile("[GSC][0-9]{4}");

    private final RuleSource rule;
    private final AttackCatalogue attack;
    private final Remarks remarks;
    private final Set<Tactic> tactics = EnumSet.noneOf(Tactic.class);

    TagChecks(RuleSource rule, AttackCatalogue attack, Remarks remarks) {
        this.rule = rule;
        this.attack = attack;
        this.remarks = remarks;
    }

    void check() {
        List<MarkedYaml.Text> tags = rule.yaml().get("tags").map(MarkedYaml::texts).orElse(List.of()).stream()
                .filter(tag -> tag.value().toLowerCase(Locale.ROOT).startsWith(PREFIX))
                .toList();
        tags.forEach(tag -> Tactic.byShortName(name(tag)).ifPresent(tactics::add));
        tags.forEach(this::check);
    }

    private static String name(MarkedYaml.Text tag) {
        return tag.value().substring(PREFIX.length());
    }

    private void check(MarkedYaml.Text tag) {
        String id = name(tag).toUpperCase(Locale.ROOT);
        if (TECHNIQUE.matcher(id).matches()) {
            technique(id, tag);
        } else if (Tactic.byShortName(name(tag)).isEmpty()
                && !THREAT.matcher(id).matches()) {
            add(
                    HuntCheck.HUNT007,
                    tag,
                    "the ATT&CK release in use has no tactic, technique, group or software " + name(tag) + nearest(id));
        }
    }

    private void technique(String id, MarkedYaml.Text tag) {
        Optional<Technique> current = attack.current(id);
        if (current.isEmpty()) {
            add(HuntCheck.HUNT002, tag, "the ATT&CK release in use has no technique " + id + nearest(id));
            return;
        }
        Technique technique = current.get();
        if (!technique.id().equals(id) || technique.deprecated()) {
            add(HuntCheck.HUNT005, tag, id + " is " + fate(id, technique));
        }
        if (!tactics.isEmpty() && technique.tactics().stream().noneMatch(tactics::contains)) {
            add(HuntCheck.HUNT006, tag, id + " (" + technique.name() + ") belongs to " + titles(technique));
        }
    }

    private static String fate(String id, Technique technique) {
        return technique.id().equals(id) ? "deprecated" : "revoked by " + technique.id() + " " + technique.name();
    }

    private static String titles(Technique technique) {
        return technique.tactics().stream().map(Tactic::title).collect(Collectors.joining(", "));
    }

    private String nearest(String id) {
        return attack.nearest(id.replace('-', ' '))
                .flatMap(attack::technique)
                .map(near -> "; the nearest is " + near.id() + " " + near.name())
                .orElse("");
    }

    private void add(HuntCheck check, MarkedYaml.Text tag, String message) {
        remarks.add(rule.source(), check.at(tag.mark(), message));
    }
}
