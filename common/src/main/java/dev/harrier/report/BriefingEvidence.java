package dev.harrier.report;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.HuntPack;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A briefing's sections on what the article says: its threat profile, in quotes, and its indicators. */
final class BriefingEvidence {
    private static final int PROFILE_SENTENCES = 6;

    private final HuntPack pack;
    private final Evidence evidence;

    BriefingEvidence(HuntPack pack) {
        this.pack = pack;
        this.evidence = pack.evidence();
    }

    String profile() {
        List<String> lines = new ArrayList<>();
        for (NamedThreat.Kind kind : NamedThreat.Kind.values()) {
            String names = evidence.threats().stream()
                    .filter(threat -> threat.kind() == kind)
                    .map(BriefingEvidence::named)
                    .collect(Collectors.joining("; "));
            if (!names.isEmpty()) {
                lines.add("- **" + ThreatWords.heading(kind) + ":** " + names);
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

    String indicators() {
        List<Indicator> huntable =
                evidence.indicators().stream().filter(Indicator::huntable).toList();
        if (huntable.isEmpty()) {
            return "_None that the article gives as an indicator of compromise._"
                    + (evidence.indicators().isEmpty() ? "" : " Others it names are in `indicators.csv`.");
        }
        String rows = huntable.stream().map(BriefingEvidence::row).collect(Collectors.joining("\n"));
        return "| type | value | why it may be hunted |\n|---|---|---|\n" + rows;
    }

    private static String row(Indicator indicator) {
        String value = Markdown.code(indicator.value()).replace("|", "\\|");
        return "| " + indicator.type().word() + " | " + value + " | " + Markdown.text(indicator.why()) + " |";
    }
}
