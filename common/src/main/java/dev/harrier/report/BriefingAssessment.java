package dev.harrier.report;

import dev.harrier.assess.Assessment;
import dev.harrier.assess.KillChainStep;
import dev.harrier.assess.PhaseStep;
import dev.harrier.assess.Reason;
import dev.harrier.assess.SeverityChange;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.evidence.Quote;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A briefing's sections on what follows from the article: techniques, kill chain, severity. */
final class BriefingAssessment {
    private static final String MEASURED =
            "- measurement: hits in allowed traffic here raise it, a full search without a hit lowers"
                    + " it, a blind or failed count leaves it";

    private static final int QUOTE = 80;

    private final Assessment assessment;

    BriefingAssessment(Assessment assessment) {
        this.assessment = assessment;
    }

    String techniques() {
        List<TechniqueFinding> findings = assessment.techniques();
        if (findings.isEmpty()) {
            return "_None that the article's words support._";
        }
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            boolean again = i > 0 && words(findings.get(i)).equals(words(findings.get(i - 1)));
            lines.add(technique(findings.get(i), again));
        }
        return String.join("\n", lines);
    }

    private static Quote words(TechniqueFinding finding) {
        return finding.quotes().get(0);
    }

    /** What was quoted on the line above, or is the reason itself, isn't said again. */
    private static String technique(TechniqueFinding finding, boolean again) {
        boolean said = finding.why().endsWith(words(finding).text());
        return "- **" + finding.technique().id() + "** — "
                + Markdown.text(finding.technique().name())
                + String.format(Locale.ROOT, " (%.2f, ", finding.score()) + Markdown.text(finding.why()) + ")"
                + (said ? "" : again ? ": the same words" : ": " + Markdown.quote(words(finding), QUOTE));
    }

    String killChain() {
        List<KillChainStep> steps = assessment.killChain();
        List<PhaseStep> phases = assessment.phases();
        if (steps.isEmpty() && phases.isEmpty()) {
            return "_None that the article's words show._";
        }
        return "Lockheed Martin's phases:\n\n"
                + phases.stream().map(BriefingAssessment::phase).collect(Collectors.joining("\n"))
                + "\n\nATT&CK's tactics:\n\n"
                + steps.stream().map(BriefingAssessment::step).collect(Collectors.joining("\n"));
    }

    private static String phase(PhaseStep step) {
        return "1. **" + step.phase().title() + "**" + inferred(step.inferred(), step.rule()) + ": "
                + Markdown.quote(step.quote(), QUOTE);
    }

    private static String inferred(boolean inferred, String rule) {
        return inferred ? " (inferred: " + Markdown.text(rule) + ")" : "";
    }

    private static String step(KillChainStep step) {
        return "1. **" + step.tactic().title() + "**" + inferred(step.inferred(), step.rule())
                + (step.techniques().isEmpty() ? "" : " · " + String.join(", ", step.techniques()))
                + ": " + Markdown.quote(step.quote(), QUOTE);
    }

    String severity() {
        String table = assessment.severity().reasons().stream()
                .map(BriefingAssessment::reason)
                .collect(Collectors.joining("\n"));
        return "Severity on paper (the prior): **"
                + assessment.severity().level().word() + "**, "
                + assessment.severity().score() + " of 100" + cut() + ".\n\n"
                + "| points | why | the article's words |\n|---:|---|---|\n" + table + "\n\n"
                + "What would change it:\n\n"
                + Stream.concat(
                                assessment.severity().changes().stream().map(BriefingAssessment::change),
                                Stream.of(MEASURED))
                        .collect(Collectors.joining("\n"));
    }

    private String cut() {
        int sum = assessment.severity().reasons().stream()
                .mapToInt(Reason::points)
                .sum();
        return sum == assessment.severity().score() ? "" : " (the points add up to " + sum + ")";
    }

    private static String change(SeverityChange change) {
        return String.format(
                Locale.ROOT,
                "- %s (%+d, %s)",
                Markdown.text(change.what()),
                change.points(),
                change.level().word());
    }

    private static String reason(Reason reason) {
        String words = reason.quote().map(Markdown::quote).orElse("");
        return String.format(Locale.ROOT, "| %+d | %s | %s |", reason.points(), Markdown.text(reason.why()), words);
    }
}
