package dev.harrier.sentinel.dialect;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.Tactic;
import dev.harrier.attack.Technique;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.NearestName;
import dev.harrier.hunt.yaml.MarkedYaml;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A template's tactics and techniques, and whether they belong together. */
final class TemplateAttack {
    private static final Set<String> ENTERPRISE =
            Arrays.stream(Tactic.values()).map(Tactic::camelCase).collect(Collectors.toUnmodifiableSet());
    /** Sentinel's other three: pre-attack and industrial control systems. */
    private static final Set<String> TACTICS = Stream.concat(
                    ENTERPRISE.stream(), Stream.of("PreAttack", "ImpairProcessControl", "InhibitResponseFunction"))
            .collect(Collectors.toUnmodifiableSet());

    private final MarkedYaml.Fields template;
    private final List<LintFinding> findings;
    private final AttackCatalogue attack = AttackCatalogue.shipped();

    TemplateAttack(MarkedYaml.Fields template, List<LintFinding> findings) {
        this.template = template;
        this.findings = findings;
    }

    void check() {
        List<MarkedYaml.Text> tactics = texts("tactics");
        tactics.stream().filter(t -> !TACTICS.contains(t.value())).forEach(this::unknownTactic);
        Set<String> named = tactics.stream().map(MarkedYaml.Text::value).collect(Collectors.toSet());
        Stream.of("relevantTechniques", "subTechniques")
                .flatMap(key -> texts(key).stream())
                .forEach(technique -> technique(technique, named));
    }

    private void unknownTactic(MarkedYaml.Text tactic) {
        String near = NearestName.words(tactic.value().replace(" ", ""), TACTICS);
        add(TemplateCheck.TPL011, tactic, "Sentinel has no tactic " + tactic.value() + near);
    }

    private void technique(MarkedYaml.Text id, Set<String> tactics) {
        Optional<Technique> technique = attack.current(id.value());
        if (technique.isEmpty()) {
            String near =
                    attack.nearest(id.value()).map(n -> "; the nearest is " + n).orElse("");
            add(TemplateCheck.TPL012, id, "ATT&CK has no technique " + id.value() + near);
            return;
        }
        List<String> own = parent(technique.get()).tactics().stream()
                .map(Tactic::camelCase)
                .toList();
        if (own.stream().noneMatch(tactics::contains)) {
            String message = id.value() + " belongs to " + String.join(", ", own) + ", which the template doesn't list";
            add(TemplateCheck.TPL012, id, message);
        }
    }

    /** A sub-technique is held against its parent's tactics, as the Azure-Sentinel checks do. */
    private Technique parent(Technique technique) {
        return attack.current(technique.parentId()).orElse(technique);
    }

    private List<MarkedYaml.Text> texts(String key) {
        return template.get(key).map(MarkedYaml::texts).orElse(List.of());
    }

    private void add(TemplateCheck check, MarkedYaml.Text text, String message) {
        findings.add(check.at(text.mark(), message));
    }
}
