package dev.harrier.report;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.LeftOut;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A briefing's sections on hunts: those recommended, in the order to run them, and those left out. */
final class BriefingHunts {
    /** How many hunts show their queries on the page where the pack has files that hold them. */
    private static final int WITH_QUERIES = 3;

    private static final int WHOLE = 8;
    private static final String REASONS = "`hunts/` holds the rules, and `pack.json` why each was chosen.";

    private final HuntPack pack;
    private final HuntQueries queries;

    BriefingHunts(HuntPack pack, HuntQueries queries) {
        this.pack = pack;
        this.queries = queries;
    }

    String recommended() {
        if (pack.hunts().isEmpty()) {
            return "_Nothing to hunt._"
                    + (pack.toCheck().isEmpty() ? "" : " What a person should check:\n\n" + CheckedByHand.whole(pack));
        }
        List<String> parts = new ArrayList<>();
        List<Hunt> order = HuntOrder.of(pack.hunts());
        List<Hunt> rest = order.stream().skip(WHOLE).filter(queries::areInFiles).toList();
        parts.add("In the order to run them. Queries are in the files; " + REASONS);
        for (int i = 0; i < order.size(); i++) {
            if (i < WHOLE || !queries.areInFiles(order.get(i))) {
                parts.add(HuntSection.of(order.get(i), queries, i < WITH_QUERIES));
            }
        }
        if (!rest.isEmpty()) {
            parts.add("### The other hunts, in short");
            parts.add(rest.stream()
                    .map(hunt -> HuntSection.inShort(hunt, queries))
                    .collect(Collectors.joining("\n")));
        }
        return String.join("\n\n", parts);
    }

    /** Empty when the hunts' own section says it, or there is nothing. */
    String byHand() {
        return pack.hunts().isEmpty() ? "" : CheckedByHand.whole(pack);
    }

    /** By reason, in the order in which the reasons come first. */
    String leftOut() {
        Map<String, List<String>> byReason = new LinkedHashMap<>();
        for (LeftOut left : pack.leftOut()) {
            byReason.computeIfAbsent(left.reason(), reason -> new ArrayList<>()).add(Markdown.text(left.what()));
        }
        return byReason.entrySet().stream()
                .map(entry -> "- " + String.join("; ", entry.getValue()) + ": " + Markdown.text(entry.getKey()))
                .collect(Collectors.joining("\n"));
    }
}
