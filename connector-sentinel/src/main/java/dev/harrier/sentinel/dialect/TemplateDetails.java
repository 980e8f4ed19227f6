package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.hunt.yaml.MarkedYaml;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a template's alerts and incidents look like, and which data it needs. */
final class TemplateDetails {
    private static final int MOST_DETAILS = 20;
    private static final int MOST_PLACEHOLDERS = 3;
    private static final int LONGEST_COLUMN = 500;
    private static final Map<String, Integer> LONGEST_FORMATS =
            new TreeMap<>(Map.of("alertDisplayNameFormat", 256, "alertDescriptionFormat", 5_000));
    private static final Pattern KEY = Pattern.compile("[a-zA-Z]+\\w*");
    private static final Pattern COLUMN = Pattern.compile("[a-zA-Z_]+\\w*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]{0,500})}}");
    private static final Set<String> GROUPINGS = Set.of("SingleAlert", "AlertPerResult");
    private static final Set<String> MATCHINGS = Set.of("AllEntities", "AnyAlert", "Selected");

    private final MarkedYaml.Fields template;
    private final LintScope result;
    private final List<LintFinding> findings;

    TemplateDetails(MarkedYaml.Fields template, LintScope result, List<LintFinding> findings) {
        this.template = template;
        this.result = result;
        this.findings = findings;
    }

    void check() {
        fields(template, "customDetails").ifPresent(this::custom);
        fields(template, "alertDetailsOverride").ifPresent(this::override);
        fields(template, "eventGroupingSettings")
                .ifPresent(f -> word(f, "aggregationKind", GROUPINGS, "SingleAlert or AlertPerResult"));
        fields(template, "incidentConfiguration")
                .flatMap(f -> fields(f, "groupingConfiguration"))
                .ifPresent(f -> word(f, "matchingMethod", MATCHINGS, "AllEntities, AnyAlert or Selected"));
        connectors();
    }

    private void custom(MarkedYaml.Fields details) {
        if (details.entries().size() > MOST_DETAILS) {
            add(TemplateCheck.TPL015, details.mark(), details.entries().size() + " custom details, a rule takes 20");
        }
        details.entries().forEach((key, value) -> {
            if (!KEY.matcher(key).matches() || key.length() > 20) {
                add(
                        TemplateCheck.TPL016,
                        details.keyMark(key),
                        "no key of a custom detail: " + TemplateLint.shown(key));
            }
            value.text().ifPresent(this::detailColumn);
        });
    }

    private void detailColumn(MarkedYaml.Text column) {
        if (!isColumn(column.value())) {
            add(TemplateCheck.TPL016, column.mark(), "no name of a column: " + TemplateLint.shown(column.value()));
        } else {
            column(column.value(), column.mark(), TemplateCheck.TPL014);
        }
    }

    /** What Log Analytics takes as a column's name. */
    static boolean isColumn(String name) {
        return COLUMN.matcher(name).matches() && name.length() <= LONGEST_COLUMN;
    }

    private void override(MarkedYaml.Fields details) {
        LONGEST_FORMATS.forEach(
                (key, longest) -> details.get(key).flatMap(MarkedYaml::text).ifPresent(text -> format(text, longest)));
        for (String key : List.of("alertTacticsColumnName", "alertSeverityColumnName")) {
            details.get(key)
                    .flatMap(MarkedYaml::text)
                    .ifPresent(text -> column(text.value(), text.mark(), TemplateCheck.TPL017));
        }
    }

    private void format(MarkedYaml.Text text, int longest) {
        if (text.value().isBlank() || text.value().length() > longest) {
            add(
                    TemplateCheck.TPL017,
                    text.mark(),
                    text.value().length() + " characters, 1 to " + longest + " are taken");
        }
        Matcher matcher = PLACEHOLDER.matcher(text.value());
        int count = 0;
        while (matcher.find()) {
            count++;
            column(matcher.group(1).strip(), text.at(matcher.start()), TemplateCheck.TPL017);
        }
        if (count > MOST_PLACEHOLDERS) {
            add(TemplateCheck.TPL017, text.mark(), count + " placeholders, 3 are taken");
        }
    }

    private void column(String name, YamlMark mark, TemplateCheck check) {
        if (!result.open() && !result.columns().containsKey(name)) {
            add(check, mark, "the query yields no column " + name);
        }
    }

    private void word(MarkedYaml.Fields fields, String key, Set<String> words, String known) {
        fields.get(key)
                .flatMap(MarkedYaml::text)
                .filter(text -> !words.contains(text.value()))
                .ifPresent(text -> add(TemplateCheck.TPL019, text.mark(), known + ", not " + text.value()));
    }

    private void connectors() {
        Optional<MarkedYaml> value = template.get("requiredDataConnectors");
        if (value.isPresent() && !(value.get() instanceof MarkedYaml.Items)) {
            add(TemplateCheck.TPL018, value.get().mark(), "requiredDataConnectors is a list");
        } else if (value.isPresent()) {
            ((MarkedYaml.Items) value.get())
                    .items().stream()
                            .filter(item -> !(item instanceof MarkedYaml.Fields f
                                    && f.get("connectorId").isPresent()
                                    && f.get("dataTypes")
                                            .filter(MarkedYaml.Items.class::isInstance)
                                            .isPresent()))
                            .forEach(item -> add(
                                    TemplateCheck.TPL018, item.mark(), "needs a connectorId and a list of dataTypes"));
        }
    }

    private static Optional<MarkedYaml.Fields> fields(MarkedYaml.Fields of, String key) {
        return of.get(key).filter(MarkedYaml.Fields.class::isInstance).map(MarkedYaml.Fields.class::cast);
    }

    private void add(TemplateCheck check, YamlMark mark, String message) {
        findings.add(check.at(mark, message));
    }
}
