package dev.harrier.report;

import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What no query of a pack does and a person has to. */
final class CheckedByHand {
    private static final int ITEMS = 1;
    private static final int LONGEST = 100;

    private CheckedByHand() {}

    /** All items, as a list. */
    static String whole(HuntPack pack) {
        return pack.toCheck().stream().map(check -> "- " + Markdown.text(check)).collect(Collectors.joining("\n"));
    }

    /** The weightiest, on one line; empty when there is nothing. */
    static String inShort(HuntPack pack, HuntQueries queries) {
        List<String> parts = new ArrayList<>();
        pack.toCheck().stream().limit(ITEMS).map(CheckedByHand::shortened).forEach(parts::add);
        if (pack.toCheck().size() > ITEMS) {
            parts.add(pack.toCheck().size() - ITEMS + " more below");
        }
        unsaid(pack, queries)
                .forEach((language, hunts) ->
                        parts.add(hunts + (hunts == 1 ? " hunt" : " hunts") + " that " + language + " can't say"));
        return String.join("; ", parts);
    }

    private static Map<String, Integer> unsaid(HuntPack pack, HuntQueries queries) {
        Map<String, Integer> unsaid = new TreeMap<>();
        for (Hunt hunt : pack.hunts()) {
            queries.of(hunt).forEach((dialect, rendering) -> {
                if (rendering instanceof Rendering.Unsupported) {
                    unsaid.merge(HuntQueries.language(dialect), 1, Integer::sum);
                }
            });
        }
        return unsaid;
    }

    /** Without the words of the article that stand behind it in brackets. */
    private static String shortened(String item) {
        int quote = item.indexOf(" (\"");
        String words = quote < 0 ? item : item.substring(0, quote);
        return Markdown.text(Markdown.shortened(words, LONGEST));
    }
}
