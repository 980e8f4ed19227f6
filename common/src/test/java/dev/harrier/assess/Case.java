package dev.harrier.assess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.attack.AttackCatalogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** An article of ours with what an analyst would say of it. */
record Case(Article article, Set<Relevance.Kind> kinds, boolean threat, Severity lowest, Severity highest) {
    private static final Assessor ASSESSOR = new Assessor(AttackCatalogue.shipped());

    static List<Case> of(String resource) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Case> cases = new ArrayList<>();
        try (InputStream in = Case.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                cases.add(of(json.readTree(line)));
            }
        }
        return cases;
    }

    private static Case of(JsonNode node) {
        Set<Relevance.Kind> kinds = new TreeSet<>();
        node.path("kinds").forEach(kind -> kinds.add(Relevance.Kind.valueOf(kind.asText())));
        return new Case(
                article(
                        node.path("id").asText(),
                        node.path("title").asText(),
                        node.path("text").asText()),
                kinds,
                node.path("threat").asBoolean(),
                severity(node, "lowest"),
                severity(node, "highest"));
    }

    static Article article(String id, String title, String text) {
        Article read = ArticleReader.readText(id, text);
        return new Article(id, title, read.source(), read.published(), read.url(), read.text(), read.blocks());
    }

    private static Severity severity(JsonNode node, String field) {
        return Severity.valueOf(node.path(field).asText().toUpperCase(Locale.ROOT));
    }

    Assessment assessed() {
        return ASSESSOR.assess(article, RealEvidence.of(article));
    }

    /** What is wrong with an assessment of this article; empty if nothing is. */
    List<String> faults(Assessment found) {
        List<String> faults = new ArrayList<>();
        if (found.relevance().threat() != threat) {
            faults.add("threat " + found.relevance().threat());
        }
        if (!kinds.contains(found.relevance().kind())) {
            faults.add("kind " + found.relevance().kind() + " not of " + kinds);
        }
        Severity level = found.severity().level();
        if (level.compareTo(lowest) < 0 || level.compareTo(highest) > 0) {
            faults.add("severity " + level + " (" + found.severity().score() + ") not " + lowest + ".." + highest);
        }
        return faults;
    }
}
