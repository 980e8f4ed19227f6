package dev.harrier.report;

import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One hunt on the briefing. */
final class HuntSection {
    private static final int GROUNDS = 8;

    private HuntSection() {}

    static String of(Hunt hunt, Map<String, Rendering> queries) {
        List<String> parts = new ArrayList<>();
        parts.add("### " + Markdown.text(hunt.title()));
        parts.add(facts(hunt));
        parts.add(Markdown.text(hunt.description()));
        NativeWords.of(hunt).map(Markdown::text).ifPresent(parts::add);
        if (!hunt.grounds().isEmpty()) {
            parts.add(grounds(hunt));
        }
        queries.forEach((dialect, rendering) -> parts.add(query(dialect, rendering)));
        return String.join("\n\n", parts);
    }

    private static String facts(Hunt hunt) {
        return "`" + hunt.id() + "` · " + hunt.kind().word() + " · events: "
                + hunt.logic().kind().words()
                + " · severity: **" + hunt.severity().word() + "** · confidence: **"
                + hunt.confidence().word() + "**"
                + hunt.timeToLive()
                        .map(time -> " · expires after " + time.toDays() + " days")
                        .orElse("")
                + (hunt.techniques().isEmpty() ? "" : " · " + String.join(", ", hunt.techniques()))
                + "  \nBecause " + Markdown.text(hunt.selectedBecause());
    }

    private static String grounds(Hunt hunt) {
        List<String> lines = new ArrayList<>();
        for (Ground ground :
                hunt.grounds().subList(0, Math.min(GROUNDS, hunt.grounds().size()))) {
            lines.add("- " + Markdown.code(ground.field()) + " " + Markdown.code(ground.value()) + " ← "
                    + Markdown.quote(ground.quote()));
        }
        if (hunt.grounds().size() > GROUNDS) {
            lines.add("- … and " + (hunt.grounds().size() - GROUNDS) + " more, in `pack.json`");
        }
        return String.join("\n", lines);
    }

    private static String query(String dialect, Rendering rendering) {
        String name = dialect.equals("spl") ? "Splunk SPL" : dialect.equals("kql") ? "Sentinel KQL" : dialect;
        if (rendering instanceof Rendering.Rendered rendered) {
            return "**" + name + ":**\n" + Markdown.block(dialect, rendered.text());
        }
        return "**" + name + ":** not possible: " + Markdown.text(((Rendering.Unsupported) rendering).reason());
    }
}
