package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.hunt.yaml.MarkedYaml;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When a rule runs, over what time, and when it fires. */
final class TemplateSchedule {
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,5})([mhd])");
    private static final Pattern THRESHOLD = Pattern.compile("[0-9]{1,5}");
    private static final Set<String> OPERATORS =
            Set.of("gt", "lt", "eq", "ne", "GreaterThan", "LessThan", "Equal", "NotEqual");
    private static final Duration SHORTEST = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(14);
    private static final int MOST = 10_000;

    private final MarkedYaml.Fields template;
    private final List<LintFinding> findings;

    TemplateSchedule(MarkedYaml.Fields template, List<LintFinding> findings) {
        this.template = template;
        this.findings = findings;
    }

    void check() {
        Optional<Duration> frequency = span("queryFrequency");
        Optional<Duration> period = span("queryPeriod");
        if (frequency.isPresent() && period.isPresent()) {
            together(frequency.get(), period.get());
        }
        text("triggerOperator")
                .filter(text -> !OPERATORS.contains(text.value()))
                .ifPresent(text -> add(TemplateCheck.TPL010, text, "gt, lt, eq or ne, not "));
        text("triggerThreshold")
                .filter(text -> !THRESHOLD.matcher(text.value()).matches() || Integer.parseInt(text.value()) > MOST)
                .ifPresent(text -> add(TemplateCheck.TPL010, text, "a number from 0 to 10000, not "));
    }

    private void together(Duration frequency, Duration period) {
        MarkedYaml.Text place = text("queryPeriod").orElseThrow();
        if (period.compareTo(frequency) < 0) {
            add(TemplateCheck.TPL009, place, "the period is below the frequency: ");
        }
        if (period.compareTo(Duration.ofDays(2)) >= 0 && frequency.compareTo(Duration.ofHours(1)) < 0) {
            add(TemplateCheck.TPL009, place, "with such a period the frequency must be at least 1h: ");
        }
    }

    private Optional<Duration> span(String key) {
        Optional<MarkedYaml.Text> text = text(key);
        Optional<Duration> span = text.flatMap(TemplateSchedule::duration)
                .filter(d -> d.compareTo(SHORTEST) >= 0 && d.compareTo(LONGEST) <= 0);
        if (text.isPresent() && span.isEmpty()) {
            add(TemplateCheck.TPL008, text.get(), "a time span from 5m to 14d, not ");
        }
        return span;
    }

    private static Optional<Duration> duration(MarkedYaml.Text text) {
        Matcher matcher = SPAN.matcher(text.value());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    private Optional<MarkedYaml.Text> text(String key) {
        return template.get(key).flatMap(MarkedYaml::text);
    }

    private void add(TemplateCheck check, MarkedYaml.Text text, String message) {
        findings.add(check.at(text.mark(), message + TemplateLint.shown(text.value())));
    }
}
