package dev.harrier.report;

import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One hunt on the briefing. */
final class HuntSection {
    private static final int GROUNDS = 4;
    private static final int QUOTE = 100;
    /** A command's program, a path's drive. */
    private static final int SLACK = 16;

    private static final Pattern REFANGED = Pattern.compile("\\[([.:])]");

    private final Hunt hunt;
    private final HuntQueries queries;
    private final boolean first;

    private HuntSection(Hunt hunt, HuntQueries queries, boolean first) {
        this.hunt = hunt;
        this.queries = queries;
        this.first = first;
    }

    /** {@code first} hunts show their queries even where files hold them. */
    static String of(Hunt hunt, HuntQueries queries, boolean first) {
        return new HuntSection(hunt, queries, first).text();
    }

    /** One line: enough to know whether to open its files. */
    static String inShort(Hunt hunt, HuntQueries queries) {
        HuntSection section = new HuntSection(hunt, queries, false);
        String value = hunt.kind() == Hunt.Kind.CATALOGUE || hunt.grounds().isEmpty()
                ? ""
                : ": " + Markdown.code(Markdown.shortened(hunt.grounds().get(0).value(), QUOTE));
        String links = String.join(", ", QueryWords.of(hunt, queries, false));
        return "- " + Markdown.text(hunt.title()) + " (" + section.nature() + ")" + value
                + (links.isEmpty() ? "" : ". " + links);
    }

    private String text() {
        List<String> parts = new ArrayList<>();
        parts.add("### " + Markdown.text(hunt.title()));
        parts.add(facts());
        parts.add(Markdown.text(description()));
        NativeWords.of(hunt).map(Markdown::text).ifPresent(parts::add);
        if (!hunt.grounds().isEmpty()) {
            parts.add(grounds());
        }
        parts.addAll(QueryWords.of(hunt, queries, first));
        return String.join("\n\n", parts);
    }

    private String facts() {
        return "`" + hunt.id() + "`: " + nature()
                + hunt.timeToLive()
                        .map(time -> ", expires after " + time.toDays() + " days")
                        .orElse("")
                + (hunt.techniques().isEmpty() ? "" : ", " + String.join(", ", hunt.techniques()))
                + because();
    }

    /** Some kinds are called events themselves. */
    private String events() {
        String kind = hunt.logic().kind().words();
        return kind.endsWith(" event") ? kind + "s" : kind + " events";
    }

    private String nature() {
        return hunt.kind().word() + ", " + events() + ", severity **"
                + hunt.severity().word() + "**, confidence **"
                + hunt.confidence().word() + "**";
    }

    /** That of a hunt made for the article repeats its title first. */
    private String description() {
        String whole = hunt.description();
        int repeated = hunt.kind() == Hunt.Kind.CATALOGUE ? -1 : whole.lastIndexOf("\" names. ");
        return repeated < 0 ? whole : whole.substring(repeated + "\" names. ".length());
    }

    /** Where the article's words are the reason, they stand below. */
    private String because() {
        return hunt.grounds().isEmpty() ? "  \nBecause " + Markdown.text(hunt.selectedBecause()) : "";
    }

    private String grounds() {
        List<String> lines = new ArrayList<>();
        for (Ground ground :
                hunt.grounds().subList(0, Math.min(GROUNDS, hunt.grounds().size()))) {
            lines.add("- " + Markdown.code(ground.field()) + " " + Markdown.code(ground.value()) + words(ground));
        }
        if (hunt.grounds().size() > GROUNDS) {
            lines.add("- … and " + (hunt.grounds().size() - GROUNDS) + " more, in `pack.json`");
        }
        return String.join("\n", lines);
    }

    /** The quote, unless it says nothing but the value. */
    private static String words(Ground ground) {
        String quote = REFANGED.matcher(ground.quote().text()).replaceAll("$1").replace("hxxp", "http");
        boolean same = quote.contains(ground.value())
                && quote.length() <= ground.value().length() + SLACK;
        return same ? "" : " ← " + Markdown.quote(ground.quote(), QUOTE);
    }
}
