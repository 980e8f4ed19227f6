package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.hunt.yaml.MarkedYaml;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Columns whose names alone mapped entities once; each needs a mapping now. */
final class OldEntityColumns {
    private static final Pattern OLD = Pattern.compile("(?:Account|Host|IP|URL|Process|FileHash)CustomEntity");

    private final MarkedYaml.Fields template;
    private final List<LintFinding> findings;

    OldEntityColumns(MarkedYaml.Fields template, List<LintFinding> findings) {
        this.template = template;
        this.findings = findings;
    }

    void check() {
        Set<String> mapped = template.get("entityMappings").stream()
                .flatMap(OldEntityColumns::texts)
                .collect(Collectors.toSet());
        template.get("query").flatMap(MarkedYaml::text).ifPresent(query -> {
            Matcher old = OLD.matcher(query.value());
            while (old.find()) {
                if (!mapped.contains(old.group())) {
                    findings.add(TemplateCheck.TPL022.at(query.at(old.start()), "no mapping of " + old.group()));
                }
            }
        });
    }

    private static Stream<String> texts(MarkedYaml node) {
        if (node instanceof MarkedYaml.Items items) {
            return items.items().stream().flatMap(OldEntityColumns::texts);
        }
        return node instanceof MarkedYaml.Fields fields
                ? fields.entries().values().stream().flatMap(OldEntityColumns::texts)
                : node.text().stream().map(MarkedYaml.Text::value);
    }
}
