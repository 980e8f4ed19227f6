package dev.harrier.dist.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A labelled text of {@code ioc/*.jsonl}, scored as the corpus's {@code score.py} does.
 *
 * @param wanted what is scored of its labels
 * @param neither values that are neither right nor wrong: hosts of wanted URLs and addresses, and labels of other kinds
 */
record GoldDocument(String id, String text, Set<Observable> wanted, Set<String> neither) {
    static List<GoldDocument> read(String file) throws IOException {
        List<GoldDocument> documents = new ArrayList<>();
        for (JsonNode row : SharedCorpus.rows(file)) {
            documents.add(of(row));
        }
        return documents;
    }

    private static GoldDocument of(JsonNode row) {
        Set<Observable> wanted = new LinkedHashSet<>();
        Set<String> neither = new HashSet<>();
        row.path("iocs").forEach(label -> {
            Observable value = Observable.of(label);
            if (value.isScored()) {
                wanted.add(value);
                neither.add(hostOf(value));
            } else {
                neither.add(value.value());
            }
        });
        neither.remove("");
        return new GoldDocument(row.path("doc_id").asText(), row.path("text").asText(), wanted, neither);
    }

    private static String hostOf(Observable value) {
        return switch (value.kind()) {
            case "url" -> Observable.host(value.value());
            case "email" -> value.value().substring(value.value().lastIndexOf('@') + 1);
            default -> "";
        };
    }

    /** How well values that were found in the text agree, by kind; kinds in the scorer's order. */
    Map<Kind, Tally> score(Set<Observable> found) {
        Map<Kind, Tally> tallies = new EnumMap<>(Kind.class);
        found.stream().filter(Observable::isScored).forEach(v -> count(tallies, v, judge(v)));
        wanted.stream().filter(v -> !found.contains(v)).forEach(v -> count(tallies, v, new Tally(0, 0, 1)));
        return tallies;
    }

    private static void count(Map<Kind, Tally> tallies, Observable value, Tally tally) {
        tallies.merge(Kind.of(value.kind()), tally, Tally::plus);
    }

    private Tally judge(Observable value) {
        if (wanted.contains(value)) {
            return new Tally(1, 0, 0);
        }
        return neither.contains(value.value()) || (value.kind().equals("url") && overlapsAWantedUrl(value.value()))
                ? Tally.NONE
                : new Tally(0, 1, 0);
    }

    private boolean overlapsAWantedUrl(String url) {
        return wanted.stream()
                .filter(w -> w.kind().equals("url"))
                .anyMatch(w -> url.startsWith(w.value()) || w.value().startsWith(url));
    }
}
