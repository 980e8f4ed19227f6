package dev.harrier.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.ArticleReader;
import dev.harrier.attack.SharedFolder;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.LeftOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes {@code SPECIFICITY.md} beside the composer's data: what the composer makes of the shared articles, what it leaves out, and
 * why. Run its {@code main} in the folder of this module.
 */
final class SpecificityPage {
    private static final Path PAGE = Path.of("src/main/resources/dev/harrier/hunt/compose/SPECIFICITY.md");
    private static final int MOST = 40;
    private static final Pattern NAME = Pattern.compile("\"[^\"]*\"|\u201c[^\u201d]*\u201d");
    private static final String EVIDENCE = "only mentioned";

    private final PackMaker maker = PackMaker.shipped(false);
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Map<String, Integer> hunts = new TreeMap<>();
    private final Map<String, int[]> labels = new TreeMap<>();

    private SpecificityPage() {}

    public static void main(String[] args) throws IOException {
        SpecificityPage page = new SpecificityPage();
        Path folder = SharedFolder.find("corpus/articles");
        for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
            JsonNode row = new ObjectMapper().readTree(line);
            Path file = folder.resolve(row.path("file").asText());
            HuntPack pack = page.maker.make(ArticleReader.read(file.toString(), Files.readAllBytes(file)));
            page.add(row.path("label").asText(), pack);
        }
        Files.writeString(PAGE, page.text(), UTF_8);
    }

    private void add(String label, HuntPack pack) {
        int[] counts = labels.computeIfAbsent(label, l -> new int[3]);
        counts[0]++;
        counts[1] += pack.hunts().isEmpty() ? 0 : 1;
        counts[2] += pack.hunts().size();
        if (!pack.hunts().isEmpty()) {
            pack.leftOut().forEach(leftOut -> reasons.merge(reason(leftOut), 1, Integer::sum));
            pack.hunts().stream()
                    .filter(hunt -> hunt.kind() != Hunt.Kind.CATALOGUE)
                    .forEach(hunt -> hunts.merge(hunt.title().replaceAll(": .*", ""), 1, Integer::sum));
        }
    }

    private static String reason(LeftOut leftOut) {
        String sort = leftOut.what().split(" ", 2)[0].toLowerCase(Locale.ROOT);
        String why = NAME.matcher(leftOut.reason()).replaceAll("…").replaceAll("(everyday use of) .*", "$1 …");
        boolean word = sort.matches("[a-z_0-9]+") && !why.startsWith("hunted already");
        return (word ? sort : "value or pair") + " | " + why;
    }

    private String text() {
        List<String> lines = new ArrayList<>(List.of(
                "# What is hunted, and what is left out as telling nothing",
                "",
                "Made by `SpecificityPage` (a main class of this module's tests) over the 308 articles of `corpus/articles`; do not edit.",
                "",
                "| label by origin | articles | with a hunt | hunts |",
                "|---|---|---|---|"));
        labels.forEach((label, n) -> lines.add("| " + label + " | " + n[0] + " | " + n[1] + " | " + n[2] + " |"));
        lines.addAll(List.of(
                "",
                "Hunts of the articles' own (catalogue hunts are not among them):",
                "",
                "| hunt | articles |",
                "|---|---|"));
        rows(hunts, Integer.MAX_VALUE, lines);
        int evidence = reasons.entrySet().stream()
                .filter(e -> e.getKey().contains(EVIDENCE))
                .mapToInt(Map.Entry::getValue)
                .sum();
        lines.addAll(List.of(
                "",
                "Left out of articles that have a hunt. " + evidence
                        + " more values are left out because the article only mentions them"
                        + " (neither defanged, nor in an indicator section, nor said to be malicious). The " + MOST
                        + " most frequent reasons:",
                "",
                "| what | why | times |",
                "|---|---|---|"));
        reasons.keySet().removeIf(reason -> reason.contains(EVIDENCE));
        rows(reasons, MOST, lines);
        return String.join("\n", lines) + "\n";
    }

    private static void rows(Map<String, Integer> counts, int most, List<String> lines) {
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .forEach(e -> lines.add("| " + e.getKey() + " | " + e.getValue() + " |"));
    }
}
