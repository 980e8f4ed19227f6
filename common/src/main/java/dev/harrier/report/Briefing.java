package dev.harrier.report;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.KillChainStep;
import dev.harrier.assess.PhaseStep;
import dev.harrier.assess.Reason;
import dev.harrier.assess.SeverityChange;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.dialect.Rendering;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code briefing.md}: the page that a person reads first. Every statement leads to the article's words. */
public final class Briefing {
    private static final int PROFILE_SENTENCES = 6;
    private static final String MEASURED =
            "- measurement: hits in allowed traffic here raise it, a full search without a hit lowers"
                    + " it, a blind or failed count leaves it";

    private final HuntPack pack;
    private final Map<HuntId, Map<String, Rendering>> queries;
    private final List<String> sections = new ArrayList<>();

    private Briefing(HuntPack pack, Map<HuntId, Map<String, Rendering>> queries) {
        this.pack = pack;
        this.queries = queries;
    }

    /**
     * The page.
     *
     * @param queries by hunt, then by dialect, in the order to be shown
     */
    public static String of(HuntPack pack, Map<HuntId, Map<String, Rendering>> queries) {
        return new Briefing(pack, queries).text();
    }

    private String text() {
        sections.add(head());
        section("Threat Profile", profile());
        section("Indicators of Compromise (high-fidelity only)", indicators());
        section("MITRE ATT&CK Techniques", techniques());
        section("Kill chain phases observed", killChain());
        section("Recommended hunts", hunts());
        section("Left out, and why", leftOut());
        section("Why this matters", severity());
        return String.join("\n\n", sections) + "\n";
    }

    private void section(String title, String body) {
        if (!body.isEmpty()) {
            sections.add("## " + title + "\n\n" + body);
        }
    }

    private String head() {
        Article article = pack.article();
        String level = pack.assessment().severity().level().word().toUpperCase(Locale.ROOT);
        List<String> lines = new ArrayList<>();
        lines.add("# [" + level + "] " + Markdown.text(article.title()));
        lines.add("");
        article.source().ifPresent(source -> lines.add("**Source:** " + Markdown.text(source) + "  "));
        article.published().ifPresent(date -> lines.add("**Published:** " + date + "  "));
        article.url().ifPresent(url -> lines.add("**Article:** " + Markdown.code(url.toString()) + "  "));
        lines.add("**Relevance:** " + pack.assessment().relevance().kind().words()
                + (pack.assessment().relevance().threat() ? "" : ", no threat to hunt"));
        return String.join("\n", lines);
    }

    private String profile() {
        Evidence evidence = pack.evidence();
        List<String> lines = new ArrayList<>();
        for (NamedThreat.Kind kind : NamedThreat.Kind.values()) {
            String names = evidence.threats().stream()
                    .filter(threat -> threat.kind() == kind)
                    .map(Briefing::named)
                    .collect(Collectors.joining("; "));
            if (!names.isEmpty()) {
                lines.add("- **" + heading(kind) + ":** " + names);
            }
        }
        lines.add("- **In the article's words** (" + attribution() + "):");
        telling().forEach(quote -> lines.add("  - " + Markdown.quote(quote)));
        return String.join("\n", lines);
    }

    private String attribution() {
        String who = pack.article().source().map(Markdown::text).orElse("source not given");
        return pack.article().published().map(date -> who + ", " + date).orElse(who);
    }

    private static String heading(NamedThreat.Kind kind) {
        return switch (kind) {
            case ACTOR -> "Actors named";
            case MALWARE -> "Malware named";
            case TOOL -> "Tools named";
        };
    }

    private static String named(NamedThreat threat) {
        return Markdown.text(threat.name())
                + threat.attackId().map(id -> " (" + id + ")").orElse("");
    }

    /** The words that the severity rests on, else the article's opening: the profile speaks in quotes. */
    private List<Quote> telling() {
        List<Quote> quotes = pack.assessment().severity().reasons().stream()
                .flatMap(reason -> reason.quote().stream())
                .filter(this::isTelling)
                .sorted()
                .distinct()
                .limit(PROFILE_SENTENCES)
                .toList();
        return quotes.isEmpty() ? opening() : quotes;
    }

    /** Names, indicators and commands have sections of their own, and the title stands above. */
    private boolean isTelling(Quote quote) {
        Evidence evidence = pack.evidence();
        return !quote.text().strip().equals(pack.article().title())
                && evidence.threats().stream()
                        .noneMatch(threat -> threat.quote().equals(quote))
                && evidence.indicators().stream()
                        .noneMatch(indicator -> indicator.quote().equals(quote))
                && evidence.behaviours().stream()
                        .noneMatch(behaviour -> behaviour.quote().equals(quote));
    }

    private List<Quote> opening() {
        Article article = pack.article();
        return article.blocks().stream()
                .filter(block -> block.kind() == Block.Kind.PROSE)
                .limit(2)
                .map(block -> Quote.of(article, block.start(), block.end()))
                .toList();
    }

    private String indicators() {
        List<Indicator> huntable = pack.evidence().indicators().stream()
                .filter(Indicator::huntable)
                .toList();
        if (huntable.isEmpty()) {
            return "_None that the article gives as an indicator of compromise._"
                    + (pack.evidence().indicators().isEmpty() ? "" : " Others it names are in `indicators.csv`.");
        }
        String rows = huntable.stream().map(Briefing::row).collect(Collectors.joining("\n"));
        return "| type | value | why it may be hunted |\n|---|---|---|\n" + rows;
    }

    private static String row(Indicator indicator) {
        String value = Markdown.code(indicator.value()).replace("|", "\\|");
        return "| " + indicator.type().word() + " | " + value + " | " + Markdown.text(indicator.why()) + " |";
    }

    private String techniques() {
        List<TechniqueFinding> findings = pack.assessment().techniques();
        if (findings.isEmpty()) {
            return "_None that the article's words support._";
        }
        return findings.stream().map(Briefing::technique).collect(Collectors.joining("\n"));
    }

    private static String technique(TechniqueFinding finding) {
        return "- **" + finding.technique().id() + "** — "
                + Markdown.text(finding.technique().name())
                + String.format(Locale.ROOT, " (%.2f, ", finding.score()) + Markdown.text(finding.why()) + "): "
                + Markdown.quote(finding.quotes().get(0));
    }

    private String killChain() {
        List<KillChainStep> steps = pack.assessment().killChain();
        List<PhaseStep> phases = pack.assessment().phases();
        if (steps.isEmpty() && phases.isEmpty()) {
            return "_None that the article's words show._";
        }
        return "Lockheed Martin's phases:\n\n"
                + phases.stream().map(Briefing::phase).collect(Collectors.joining("\n"))
                + "\n\nATT&CK's tactics:\n\n"
                + steps.stream().map(Briefing::step).collect(Collectors.joining("\n"));
    }

    private static String phase(PhaseStep step) {
        return "1. **" + step.phase().title() + "**" + inferred(step.inferred(), step.rule()) + ": "
                + Markdown.quote(step.quote());
    }

    private static String inferred(boolean inferred, String rule) {
        return inferred ? " (inferred: " + Markdown.text(rule) + ")" : "";
    }

    private static String step(KillChainStep step) {
        return "1. **" + step.tactic().title() + "**" + inferred(step.inferred(), step.rule())
                + (step.techniques().isEmpty() ? "" : " · " + String.join(", ", step.techniques()))
                + ": " + Markdown.quote(step.quote());
    }

    private String hunts() {
        if (!pack.hunts().isEmpty()) {
            return pack.hunts().stream()
                    .map(hunt -> HuntSection.of(hunt, queries.getOrDefault(hunt.id(), Map.of())))
                    .collect(Collectors.joining("\n\n"));
        }
        String checks = pack.toCheck().stream()
                .map(check -> "- " + Markdown.text(check))
                .collect(Collectors.joining("\n"));
        return "_Nothing to hunt._" + (checks.isEmpty() ? "" : " What a person should check:\n\n" + checks);
    }

    private String leftOut() {
        return pack.leftOut().stream()
                .map(left -> "- " + Markdown.text(left.what()) + ": " + Markdown.text(left.reason()))
                .collect(Collectors.joining("\n"));
    }

    private String severity() {
        Assessment assessment = pack.assessment();
        String table =
                assessment.severity().reasons().stream().map(Briefing::reason).collect(Collectors.joining("\n"));
        return "Severity on paper (the prior): **"
                + assessment.severity().level().word() + "**, "
                + assessment.severity().score() + " of 100" + cut(assessment) + ".\n\n"
                + "| points | why | the article's words |\n|---:|---|---|\n" + table + "\n\n"
                + "What would change it:\n\n"
                + Stream.concat(assessment.severity().changes().stream().map(Briefing::change), Stream.of(MEASURED))
                        .collect(Collectors.joining("\n"));
    }

    private static String cut(Assessment assessment) {
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
