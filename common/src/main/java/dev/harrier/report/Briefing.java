package dev.harrier.report;

import dev.harrier.article.Article;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntPack;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code briefing.md}: the page that a person reads first. Its first screen says what to know and what to do; every statement leads to
 * the article's words, and every hunt to the files that hold its queries.
 */
public final class Briefing {
    private Briefing() {}

    /**
     * The page of a pack without files: every hunt shows its queries whole.
     *
     * @param queries by hunt, then by dialect, in the order to be shown
     */
    public static String of(HuntPack pack, Map<HuntId, Map<String, Rendering>> queries) {
        return of(pack, queries, List.of());
    }

    /**
     * The page of a pack on disk: queries are shown where a person starts, and else in their files.
     *
     * @param queries by hunt, then by dialect, in the order to be shown
     * @param files the pack's files, as paths from the page's folder, with {@code /}
     */
    public static String of(HuntPack pack, Map<HuntId, Map<String, Rendering>> queries, Collection<String> files) {
        HuntQueries known = HuntQueries.of(queries, files);
        BriefingEvidence evidence = new BriefingEvidence(pack);
        BriefingAssessment assessment = new BriefingAssessment(pack.assessment());
        BriefingHunts hunts = new BriefingHunts(pack, known);
        List<String> sections = new ArrayList<>(List.of(head(pack), BriefingSummary.of(pack, known)));
        section(sections, "Threat Profile", evidence.profile());
        section(sections, "Indicators of Compromise (high-fidelity only)", evidence.indicators());
        section(sections, "MITRE ATT&CK Techniques", assessment.techniques());
        section(sections, "Kill chain phases observed", assessment.killChain());
        section(sections, "Recommended hunts", hunts.recommended());
        section(sections, "To check by hand", hunts.byHand());
        section(sections, "Left out, and why", hunts.leftOut());
        section(sections, "Why this matters", assessment.severity());
        return String.join("\n\n", sections) + "\n";
    }

    private static void section(List<String> sections, String title, String body) {
        if (!body.isEmpty()) {
            sections.add("## " + title + "\n\n" + body);
        }
    }

    private static String head(HuntPack pack) {
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
}
