package dev.harrier.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.ArticleReader;
import dev.harrier.attack.SharedFolder;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many hunts the shared articles get, and of which kind. One line per article on stderr, the summary on stdout. */
final class PackMeasure {
    private final PackMaker maker = PackMaker.shipped(false);
    private final Map<String, List<HuntPack>> packs = new TreeMap<>();

    public static void main(String[] args) throws IOException {
        PackMeasure measure = new PackMeasure();
        Path folder = SharedFolder.find("corpus/articles");
        for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
            measure.read(folder, new ObjectMapper().readTree(line));
        }
        measure.packs.forEach((label, packs) -> System.out.println(summary(label, packs)));
        System.out.println("catalogue hunts by articles: " + measure.byTitle());
    }

    private void read(Path folder, JsonNode row) throws IOException {
        String file = row.path("file").asText();
        HuntPack pack = maker.make(ArticleReader.read(file, Files.readAllBytes(folder.resolve(file))));
        packs.computeIfAbsent(row.path("label").asText(), l -> new ArrayList<>())
                .add(pack);
        System.err.println(file + "\t" + pack.hunts().size());
        pack.hunts()
                .forEach(h ->
                        System.err.println("\t" + h.kind().word() + "\t" + h.title() + "\t" + h.selectedBecause()));
    }

    private static String summary(String label, List<HuntPack> packs) {
        int[] counts = packs.stream().mapToInt(p -> p.hunts().size()).sorted().toArray();
        long some = packs.stream().filter(p -> !p.hunts().isEmpty()).count();
        StringBuilder text = new StringBuilder(
                label + ": " + packs.size() + " articles, " + some + " with a hunt; hunts per article: ");
        text.append("median ").append(at(counts, 0.5)).append(", p90 ").append(at(counts, 0.9));
        text.append(", most ").append(at(counts, 1)).append(";");
        for (Hunt.Kind kind : Hunt.Kind.values()) {
            long of = packs.stream().filter(p -> of(p, kind) > 0).count();
            long hunts = packs.stream().mapToLong(p -> of(p, kind)).sum();
            text.append(' ')
                    .append(kind.word())
                    .append(' ')
                    .append(hunts)
                    .append(" in ")
                    .append(of)
                    .append(" articles;");
        }
        return text.toString();
    }

    private static int at(int[] sorted, double share) {
        return sorted[(int) Math.min(sorted.length - 1L, Math.round(sorted.length * share))];
    }

    private static long of(HuntPack pack, Hunt.Kind kind) {
        return pack.hunts().stream().filter(h -> h.kind() == kind).count();
    }

    private Map<String, Integer> byTitle() {
        Map<String, Integer> byTitle = new TreeMap<>();
        packs.values()
                .forEach(list -> list.forEach(p -> p.hunts().stream()
                        .filter(h -> h.kind() == Hunt.Kind.CATALOGUE)
                        .forEach(h -> byTitle.merge(h.title(), 1, Integer::sum))));
        return byTitle;
    }
}
