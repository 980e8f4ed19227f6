package dev.harrier.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.EvidenceExtractor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A report of AnnoCTR, read as Harrier reads it.
 *
 * @param gold the techniques that people found in it
 * @param account whether Harrier takes it for an account of something that was done; techniques of others aren't told
 * @param grounds all that speaks for any technique
 */
record LabelledReport(
        String id,
        Article article,
        Set<String> gold,
        boolean account,
        Evidence evidence,
        List<TechniqueGrounds> grounds) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The 86 reports of the train and dev parts, in the corpus's order. */
    static List<LabelledReport> all(Path corpus) throws IOException {
        AttackCatalogue catalogue = AttackCatalogue.shipped();
        TechniqueFinder finder = new TechniqueFinder(catalogue);
        EvidenceExtractor extractor = new EvidenceExtractor();
        List<LabelledReport> reports = new ArrayList<>();
        for (String part : List.of("train", "dev")) {
            for (String line : Files.readAllLines(corpus.resolve("techniques/annoctr_docs_" + part + ".jsonl"))) {
                reports.add(read(JSON.readTree(line), finder, extractor));
            }
        }
        return reports;
    }

    private static LabelledReport read(JsonNode row, TechniqueFinder finder, EvidenceExtractor extractor) {
        String id = row.path("doc_id").asText();
        Article article = ArticleReader.readText(id, row.path("text").asText());
        Evidence evidence = extractor.extract(article);
        Reading reading = Reading.of(article, evidence);
        Relevance relevance = new RelevanceModel().judge(reading);
        Set<String> gold = new TreeSet<>();
        row.path("techniques").forEach(technique -> gold.add(technique.asText()));
        return new LabelledReport(
                id,
                article,
                gold,
                relevance.threat() || relevance.kind() == Relevance.Kind.BREACH_NEWS,
                evidence,
                finder.grounds(article, evidence, reading.sentences()).toList());
    }

    /** Whether people found the technique, or one of its children, in it. */
    boolean shows(String parent) {
        return gold.stream().anyMatch(id -> parentOf(id).equals(parent));
    }

    static String parentOf(String id) {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }
}
