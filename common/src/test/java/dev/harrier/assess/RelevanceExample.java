package dev.harrier.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An article with its answer, counted once.
 *
 * @param source who wrote it: the unit that is left out
 * @param kinds what it may be called; empty where its label says only whether it is a threat
 * @param factors as the shipped weights count them
 */
record RelevanceExample(
        String source,
        String name,
        boolean threat,
        Set<Relevance.Kind> kinds,
        Reading reading,
        List<RelevanceFactor> factors) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The shared articles; AnnoCTR's by the vendor that wrote them. */
    static List<RelevanceExample> articles(Path folder) throws IOException {
        RelevanceFactors counter = new RelevanceFactors(RelevanceWeight.shipped());
        List<RelevanceExample> examples = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("manifest.jsonl"))) {
            JsonNode row = JSON.readTree(line);
            String file = row.path("file").asText();
            Article article = ArticleReader.read(file, Files.readAllBytes(folder.resolve(file)));
            boolean threat = row.path("label").asText().equals("threat");
            examples.add(of(source(row), file, threat, Set.of(), article, counter));
        }
        return examples;
    }

    /** Our own traps and stories, each of the two files a source. */
    static List<RelevanceExample> cases() throws IOException {
        RelevanceFactors counter = new RelevanceFactors(RelevanceWeight.shipped());
        List<RelevanceExample> examples = new ArrayList<>();
        for (String file : List.of("traps.jsonl", "stories.jsonl")) {
            for (Case one : Case.of(file)) {
                examples.add(of(file, one.article().id(), one.threat(), one.kinds(), one.article(), counter));
            }
        }
        return examples;
    }

    private static RelevanceExample of(
            String source,
            String name,
            boolean threat,
            Set<Relevance.Kind> kinds,
            Article article,
            RelevanceFactors counter) {
        Reading reading = Reading.of(article, RealEvidence.of(article));
        return new RelevanceExample(source, name, threat, kinds, reading, counter.of(reading));
    }

    private static String source(JsonNode row) {
        String repository = row.path("source").asText().replaceFirst(":.*", "");
        String name = row.path("file").asText().replaceFirst(".*/", "");
        return name.startsWith("annoctr_") ? "annoctr/" + name.split("_")[1] : repository;
    }

    /** Breach news and advisories are told by their own words, whatever the odds; the odds are fitted on the others. */
    boolean fits() {
        return threat
                || kinds.isEmpty()
                || !(kinds.contains(Relevance.Kind.BREACH_NEWS)
                        || kinds.contains(Relevance.Kind.VULNERABILITY_ADVISORY));
    }

    /** Whether its severity on paper, given what it is, is high or critical: what an alert queue must not see of a non-threat. */
    boolean isHigh(Relevance relevance) {
        return new SeverityModel().judge(reading, relevance, List.of()).level().compareTo(Severity.HIGH) >= 0;
    }

    /** What the model says of it with other weights, given in the order of the factors. */
    Relevance judged(RelevanceModel model, List<RelevanceWeight> weights) {
        List<RelevanceFactor> weighed = new ArrayList<>();
        for (int i = 0; i < factors.size(); i++) {
            weighed.add(new RelevanceFactor(
                    weights.get(i), factors.get(i).amount(), factors.get(i).first()));
        }
        return model.judge(reading, weighed);
    }
}
