package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.Article;
import dev.harrier.article.ArticleException;
import dev.harrier.article.ArticleReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads the articles that a command line names, one after another, and goes on after one that can't be read. */
final class ArticleInputs {
    /** What becomes of each article, or of the failure to read it. */
    interface Receiver {
        void article(Article article);

        /** The default is to have complained already. */
        default void failed(String id, String why) {}
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LARGEST = 20_000_000;

    private final Console console;
    private final Receiver receiver;
    private ExitCode outcome = ExitCode.OK;

    ArticleInputs(Console console, Receiver receiver) {
        this.console = console;
        this.receiver = receiver;
    }

    /** Reads files, {@code -} for standard input; with {@code jsonLines} each of their lines is an article. */
    ExitCode read(List<String> names, boolean jsonLines) {
        for (String name : names.isEmpty() ? List.of("-") : names) {
            if (jsonLines) {
                readLines(name);
            } else {
                readFile(name);
            }
        }
        return outcome;
    }

    private void readFile(String name) {
        try (InputStream in = open(name)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                failed(name, "is larger than 20 MB; an article is not", ExitCode.CONTENT);
            } else {
                receiver.article(ArticleReader.read(name, bytes));
            }
        } catch (ArticleException e) {
            failed(name, e.getMessage(), ExitCode.CONTENT);
        } catch (IOException e) {
            failed(name, reason(e), ExitCode.USAGE);
        }
    }

    private void readLines(String name) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(name), UTF_8))) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    readLine(name + ":" + number, line);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            failed(name, e.getMessage(), ExitCode.USAGE);
        }
    }

    private void readLine(String place, String line) {
        String id = place;
        try {
            JsonNode json = JSON.readTree(line);
            if (!json.path("id").isValueNode() || !json.path("text").isTextual()) {
                failed(place, "a JSON line needs an \"id\" and a \"text\"", ExitCode.CONTENT);
                return;
            }
            id = json.path("id").asText();
            receiver.article(titled(ArticleReader.readText(id, json.path("text").asText()), json));
        } catch (JsonProcessingException e) {
            failed(place, "is not JSON: " + e.getOriginalMessage(), ExitCode.CONTENT);
        } catch (ArticleException e) {
            failed(id, e.getMessage(), ExitCode.CONTENT);
        }
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

    private static InputStream open(String name) throws IOException {
        if (name.equals("-")) {
            return System.in;
        }
        Path path = Path.of(name);
        if (Files.isDirectory(path)) {
            throw new IOException("is a folder; name its files");
        }
        return Files.newInputStream(path);
    }

    private void failed(String id, String why, ExitCode code) {
        outcome = outcome.or(code);
        console.complain(why.startsWith(id) ? why : id + ": " + why);
        receiver.failed(id, why);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        return e instanceof java.nio.file.AccessDeniedException ? "may not be read" : e.getMessage();
    }
}
