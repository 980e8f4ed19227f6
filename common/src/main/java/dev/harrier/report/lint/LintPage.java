package dev.harrier.report.lint;

import dev.harrier.dialect.LintRule;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** The codes of {@code lint}, as a Markdown page. */
public final class LintPage {
    private static final String HEAD = """
            # What `harrier lint` looks for

            Made from the checks themselves by `harrier lint --codes`; a test keeps the two together. An error makes `lint` end with
            exit code 2 and keeps a hunt from being deployed; warnings and notes do not (see `--fail-on`).

            | code | level | what | why it matters | way out |
            |---|---|---|---|---|
            """;

    private LintPage() {}

    /** The page of these rules, by code. */
    public static String of(List<LintRule> rules) {
        return HEAD
                + rules.stream()
                        .sorted(Comparator.comparing(LintRule::code))
                        .map(LintPage::row)
                        .collect(Collectors.joining());
    }

    private static String row(LintRule rule) {
        return "| " + rule.code() + " | " + rule.level().word() + " | " + cell(rule.what()) + " | " + cell(rule.why())
                + " | " + cell(rule.wayOut()) + " |\n";
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
