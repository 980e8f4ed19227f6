package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.hunt.yaml.MarkedYaml;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Checks one template: its query with the template's own lines, and its fields. */
final class TemplateLint {
    private static final Pattern GUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern VERSION = Pattern.compile("[0-9]+\\.[0-9]+\\.[0-9]+");
    private static final List<String> ALWAYS = List.of("id", "name", "description", "query");
    private static final List<String> RULES = List.of("kind", "severity", "version", "tactics", "relevantTechniques");
    private static final List<String> SCHEDULED =
            List.of("queryFrequency", "queryPeriod", "triggerOperator", "triggerThreshold");
    private static final Set<String> KNOWN = Set.of(
            "id",
            "name",
            "version",
            "kind",
            "description",
            "severity",
            "status",
            "requiredDataConnectors",
            "queryFrequency",
            "queryPeriod",
            "triggerOperator",
            "triggerThreshold",
            "tactics",
            "relevantTechniques",
            "subTechniques",
            "tags",
            "query",
            "entityMappings",
            "sentinelEntitiesMappings",
            "customDetails",
            "alertDetailsOverride",
            "eventGroupingSettings",
            "incidentConfiguration",
            "suppressionEnabled",
            "suppressionDuration",
            "metadata");

    private final MarkedYaml.Fields template;
    private final List<LintFinding> findings;

    TemplateLint(MarkedYaml.Fields template, List<LintFinding> findings) {
        this.template = template;
        this.findings = findings;
    }

    void check() {
        template.repeated().forEach(key -> add(TemplateCheck.TPL001, key.mark(), key.value() + " stands twice"));
        template.entries().keySet().stream()
                .filter(key -> !KNOWN.contains(key))
                .forEach(key -> add(TemplateCheck.TPL020, template.keyMark(key), "templates have no " + key));
        required();
        words();
        LintScope result = query();
        new TemplateSchedule(template, findings).check();
        new TemplateAttack(template, findings).check();
        new TemplateEntities(template, result, findings).check();
        new OldEntityColumns(template, findings).check();
        new TemplateDetails(template, result, findings).check();
    }

    private void required() {
        boolean rule = Stream.concat(Stream.of("kind", "severity"), SCHEDULED.stream())
                .anyMatch(key -> template.get(key).isPresent());
        boolean scheduled = rule && !value("kind").orElse("Scheduled").equals("NRT");
        Stream.of(ALWAYS, rule ? RULES : List.<String>of(), scheduled ? SCHEDULED : List.<String>of())
                .flatMap(List::stream)
                .filter(this::absent)
                .forEach(key -> add(TemplateCheck.TPL002, template.keyMark(key), "the template has no " + key));
    }

    private boolean absent(String key) {
        return template.get(key)
                .map(value -> value.text().map(text -> text.value().isBlank()).orElse(false))
                .orElse(true);
    }

    private void words() {
        must("id", GUID.asMatchPredicate(), TemplateCheck.TPL003, "no GUID: ");
        must("kind", Set.of("Scheduled", "NRT")::contains, TemplateCheck.TPL005, "Scheduled or NRT, not ");
        must(
                "severity",
                Set.of("High", "Medium", "Low", "Informational")::contains,
                TemplateCheck.TPL006,
                "High, Medium, Low or Informational, not ");
        must(
                "version",
                v -> VERSION.matcher(v).matches() && v.length() <= 20,
                TemplateCheck.TPL007,
                "three numbers with dots, not ");
        must("name", name -> name.length() <= 256, TemplateCheck.TPL004, "at most 256 characters: ");
        must("description", text -> text.length() <= 5000, TemplateCheck.TPL004, "at most 5,000 characters: ");
        must("name", name -> !name.endsWith("."), TemplateCheck.TPL021, "a name ends without a full stop: ");
    }

    private void must(String key, Predicate<String> test, TemplateCheck check, String message) {
        template.get(key)
                .flatMap(MarkedYaml::text)
                .filter(text -> !text.value().isBlank())
                .ifPresent(text -> {
                    if (!test.test(text.value())) {
                        add(check, text.mark(), message + shown(text.value()));
                    }
                });
    }

    static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }

    private Optional<String> value(String key) {
        return template.get(key).flatMap(MarkedYaml::text).map(MarkedYaml.Text::value);
    }

    /** The query's findings, each where the template holds what it is about. */
    private LintScope query() {
        Optional<MarkedYaml.Text> text = template.get("query").flatMap(MarkedYaml::text);
        if (text.isEmpty() || text.get().value().isBlank()) {
            return LintScope.UNKNOWN;
        }
        KqlLint lint = KqlLint.of(text.get().value().stripTrailing(), false);
        lint.findings().forEach(finding -> {
            YamlMark mark = text.get().at(finding.line(), finding.column());
            findings.add(
                    new LintFinding(finding.code(), finding.level(), finding.message(), mark.line(), mark.column()));
        });
        return lint.result();
    }

    private void add(TemplateCheck check, YamlMark mark, String message) {
        findings.add(check.at(mark, message));
    }
}
