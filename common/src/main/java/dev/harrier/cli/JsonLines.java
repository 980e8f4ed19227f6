package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.Article;
import dev.harrier.article.ArticleException;
import dev.harrier.article.ArticleReader;
import dev.harrier.article.Format;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/** Reads an article a line: a JSON object with {@code id} and {@code text}, maybe {@code title}, {@code url} and {@code format}. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String name;
    private final InputStream in;

    JsonLines(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** Hands over each line's id, or its place where it has none, and the way to read it, which may fail. */
    void each(BiConsumer<String, Supplier<Article>> receiver) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8));
        long number = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            number++;
            if (!line.isBlank()) {
                line(name + ":" + number, number == 1 ? withoutMark(line) : line, receiver);
            }
        }
    }

    private static String withoutMark(String line) {
        return line.startsWith("\ufeff") ? line.substring(1) : line;
    }

    private static void line(String place, String line, BiConsumer<String, Supplier<Article>> receiver) {
        try {
            JsonNode json = JSON.readTree(line);
            boolean named = json.path("id").isValueNode() && !json.path("id").isNull();
            String id = named ? json.path("id").asText() : place;
            receiver.accept(id, () -> article(id, named, json));
        } catch (JsonProcessingException e) {
            receiver.accept(place, () -> {
                throw new ArticleException(place, "is not JSON: " + e.getOriginalMessage(), e);
            });
        }
    }

    private static Article article(String id, boolean named, JsonNode json) {
        if (!named || !json.path("text").isTextual()) {
            throw new ArticleException(id, "a JSON line needs an \"id\" and a \"text\"");
        }
        return titled(ArticleReader.readText(id, json.path("text").asText(), format(id, json)), json);
    }

    private static Format format(String id, JsonNode json) {
        JsonNode format = json.path("format");
        if (format.isMissingNode() || format.isNull()) {
            return Format.TEXT;
        }
        return Format.named(format.asText())
                .orElseThrow(() -> new ArticleException(
                        id, "has a \"format\" that isn't known; use html, markdown, asciidoc or text"));
    }

    private static Article titled(Article article, JsonNode json) {
        String title = json.path("title").asText(article.title());
        Optional<URI> url =
                json.path("url").isTextual() ? address(json.path("url").asText()) : article.url();
        return new Article(
                article.id(), title, article.source(), article.published(), url, article.text(), article.blocks());
    }

    private static Optional<URI> address(String text) {
        try {
            return Optional.of(URI.create(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
