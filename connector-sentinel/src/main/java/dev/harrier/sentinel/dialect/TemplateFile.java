package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.hunt.yaml.MarkedReader;
import dev.harrier.hunt.yaml.MarkedYaml;
import dev.harrier.hunt.yaml.MarkedYamlException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A YAML file that may hold a template: of an analytics rule, or of a hunting query. */
final class TemplateFile {
    private static final Pattern QUERY = Pattern.compile("(?m)^query\\s*:");
    private static final Pattern SIGMA = Pattern.compile("(?m)^(detection|logsource|correlation)\\s*:");

    private TemplateFile() {}

    /** Empty if the text is something else. */
    static Optional<List<LintFinding>> findings(String text) {
        if (!QUERY.matcher(text).find() || SIGMA.matcher(text).find()) {
            return Optional.empty();
        }
        List<LintFinding> findings = new ArrayList<>();
        findings.addAll(TemplateText.findings(text));
        try {
            for (MarkedYaml document : MarkedReader.documents(text)) {
                if (document instanceof MarkedYaml.Fields fields) {
                    new TemplateLint(fields, findings).check();
                }
            }
        } catch (MarkedYamlException e) {
            findings.add(TemplateCheck.TPL001.at(e.mark(), String.valueOf(e.getMessage())));
        }
        return Optional.of(findings.stream()
                .distinct()
                .sorted(Comparator.comparingInt(LintFinding::line).thenComparingInt(LintFinding::column))
                .toList());
    }
}
