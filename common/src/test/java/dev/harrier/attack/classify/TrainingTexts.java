package dev.harrier.attack.classify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads the sentences of {@code ../shared/corpus} that the shipped classifier learns from. */
final class TrainingTexts {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern MARKUP = Pattern.compile("</?[a-z]+>");
    private static final Pattern CITATION = Pattern.compile("\\(Citation:[^)]*\\)|\\(https?:[^)]*\\)");
    private static final Pattern OPENING = Pattern.compile("^\\s*(?:has|can|is|was|have)(?: been)?(?: also)?\\s+");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?])\\s+|\\n+");
    private static final int SENTENCES_OF_DESCRIPTION = 2;
    private static final int SHORTEST_NEGATIVE = 20;

    private final Path corpus;

    TrainingTexts(Path corpus) {
        this.corpus = corpus;
    }

    /** TRAM's spans, one technique each; the group is the report. */
    List<LabelledSentence> tram() {
        return rows("techniques/tram_sentences.jsonl")
                .map(row -> new LabelledSentence(
                        row.path("doc_id").asText(), row.path("text").asText(), labels(row.path("techniques")), 1))
                .toList();
    }

    /** ATT&amp;CK's procedure examples, without the name of the group or software that they are about. */
    List<LabelledSentence> procedures() {
        return rows("attack/procedures.jsonl")
                .map(row -> new LabelledSentence(
                        row.path("source").asText(),
                        nameless(
                                row.path("text").asText(),
                                row.path("source_name").asText()),
                        Set.of(row.path("technique").asText()),
                        1))
                .toList();
    }

    /** The name of each current technique, and the first sentences of its description. */
    List<LabelledSentence> descriptions() {
        return rows("attack/techniques.jsonl")
                .filter(row -> !row.path("revoked").asBoolean()
                        && !row.path("deprecated").asBoolean())
                .flatMap(row -> description(row)
                        .map(text -> new LabelledSentence(
                                row.path("id").asText(),
                                text,
                                Set.of(row.path("id").asText()),
                                1)))
                .toList();
    }

    /** Sentences of articles that are about no threat. */
    List<LabelledSentence> others() {
        return rows("articles/manifest.jsonl")
                .filter(row -> row.path("label").asText().equals("nonthreat"))
                .map(row -> row.path("file").asText())
                .flatMap(file -> sentences(words(file))
                        .filter(sentence -> sentence.length() > SHORTEST_NEGATIVE)
                        .map(sentence -> new LabelledSentence(file, sentence, Set.of(), 1)))
                .toList();
    }

    private static Stream<String> description(JsonNode technique) {
        String text = CITATION.matcher(technique.path("description").asText()).replaceAll("");
        return Stream.concat(
                Stream.of(technique.path("name").asText()),
                sentences(MARKUP.matcher(text).replaceAll("")).limit(SENTENCES_OF_DESCRIPTION));
    }

    private static Stream<String> sentences(String text) {
        return Arrays.stream(SENTENCE_END.split(text)).filter(sentence -> !sentence.isBlank());
    }

    private static String nameless(String text, String name) {
        String plain = MARKUP.matcher(text).replaceAll("");
        String without = plain.startsWith(name) ? plain.substring(name.length()) : plain.replace(name, "it");
        return OPENING.matcher(without).replaceFirst("");
    }

    private String words(String file) {
        try {
            return Files.readString(corpus.resolve("articles").resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> labels(JsonNode ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.toSet());
    }

    /** The corpus's rows, in the file's order. */
    Stream<JsonNode> rows(String file) {
        try {
            List<String> lines = Files.readAllLines(corpus.resolve(file));
            return IntStream.range(0, lines.size())
                    .filter(i -> !lines.get(i).isBlank())
                    .mapToObj(i -> parsed(lines.get(i)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode parsed(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
