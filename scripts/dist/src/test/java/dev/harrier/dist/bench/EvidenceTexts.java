package dev.harrier.dist.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The honest text that extraction is measured on: the corpus ({@code -Dcorpus=FOLDER}, default {@code ../shared/corpus}). */
final class EvidenceTexts {
    private static final Path CORPUS = Path.of(System.getProperty("corpus", "../shared/corpus"));
    private static final List<String> SETS = List.of("aptner_train", "aptner_dev", "vendor_reports");
    private static final ObjectMapper JSON = new ObjectMapper();

    private EvidenceTexts() {}

    /** Whole documents: the labelled sets, then the articles; 4.3 million characters. */
    static String corpus() {
        try (Stream<Path> files = Files.walk(CORPUS.resolve("articles"))) {
            List<Path> articles = files.filter(file -> file.toString().matches(".*\\.(?:md|adoc|txt)"))
                    .sorted()
                    .toList();
            return Stream.concat(
                            SETS.stream().flatMap(EvidenceTexts::labelled),
                            articles.stream().map(EvidenceTexts::words))
                    .collect(Collectors.joining("\n"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("no corpus in " + CORPUS, unreadable);
        }
    }

    private static Stream<String> labelled(String set) {
        return words(CORPUS.resolve("ioc").resolve(set + ".jsonl")).lines().map(EvidenceTexts::text);
    }

    private static String text(String line) {
        try {
            return JSON.readTree(line).path("text").asText();
        } catch (IOException noJson) {
            throw new UncheckedIOException("not a line of JSON", noJson);
        }
    }

    private static String words(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " can't be read", unreadable);
        }
    }
}
