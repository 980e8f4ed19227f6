package dev.harrier.cli;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleException;
import dev.harrier.article.ArticleReader;
import dev.harrier.article.feed.FeedSignature;
import dev.harrier.article.fetch.FetchException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the articles that a command line names, one after another, and goes on after one that can't be read: files, folders, feeds,
 * http and https addresses, {@code -} for standard input.
 */
final class ArticleInputs {
    /** What becomes of each article, or of the failure to read it. */
    interface Receiver {
        void article(Article article);

        /** The default is to have complained already. */
        default void failed(String id, String why) {}
    }

    private static final List<String> ENDINGS =
            List.of(".md", ".markdown", ".txt", ".html", ".htm", ".adoc", ".pdf", ".xml", ".rss", ".atom");

    private final Console console;
    private final Receiver receiver;
    private final Web web;
    private ExitCode outcome = ExitCode.OK;

    ArticleInputs(Console console, Receiver receiver) {
        this(console, receiver, new Web());
    }

    ArticleInputs(Console console, Receiver receiver, Web web) {
        this.console = console;
        this.receiver = receiver;
        this.web = web;
    }

    /** Reads what the names stand for; with {@code jsonLines} each line of a file is an article. Called once. */
    ExitCode read(List<String> names, boolean jsonLines) {
        try (web) {
            for (String name : names.isEmpty() ? List.of("-") : names) {
                if (jsonLines) {
                    readLines(name);
                } else {
                    attempt(name, () -> readOne(name));
                }
            }
        }
        return outcome;
    }

    private interface Reading {
        void run() throws IOException;
    }

    /** Runs one reading; what goes wrong is told and kept, and the next one gets its turn. */
    private void attempt(String id, Reading reading) {
        try {
            reading.run();
        } catch (ArticleException e) {
            failed(id, e.getMessage(), ExitCode.CONTENT);
        } catch (FetchException e) {
            failed(id, e.getMessage(), Web.exitCode(e.kind()));
        } catch (IOException e) {
            failed(id, reason(e), ExitCode.USAGE);
        }
    }

    private void readOne(String name) throws IOException {
        if (Web.isAddress(name)) {
            Web.Answer answer = web.fetch(name);
            readBytes(name, answer.bytes(), answer.charset(), Optional.of(answer));
        } else if (!name.equals("-") && Files.isDirectory(Path.of(name))) {
            readFolder(Path.of(name));
        } else {
            try (InputStream in = open(name)) {
                readBytes(name, in.readNBytes(ArticleReader.LARGEST + 1), Optional.empty(), Optional.empty());
            }
        }
    }

    private void readBytes(String name, byte[] bytes, Optional<Charset> charset, Optional<Web.Answer> answer) {
        if (FeedSignature.opens(bytes)) {
            new FeedArticles(console, web, answer.isPresent())
                    .each(name, bytes, charset, (id, entry) -> attempt(id, () -> receiver.article(entry.get())));
        } else {
            Article article = ArticleReader.read(name, bytes, charset);
            receiver.article(answer.map(from -> from.located(article)).orElse(article));
        }
    }

    /** The files in a folder that have an article's ending, in the order of their names; not those in folders inside. */
    private void readFolder(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> inside = Files.list(folder)) {
            files = inside.filter(Files::isRegularFile)
                    .filter(ArticleInputs::isNamedAsArticle)
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new IOException(
                    "is a folder without articles: it holds no file that ends in " + String.join(" ", ENDINGS));
        }
        files.forEach(file -> attempt(file.toString(), () -> readOne(file.toString())));
    }

    private static boolean isNamedAsArticle(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && ENDINGS.stream().anyMatch(name::endsWith);
    }

    private void readLines(String name) {
        attempt(name, () -> {
            try (InputStream in = open(name)) {
                new JsonLines(name, in).each((id, article) -> attempt(id, () -> receiver.article(article.get())));
            }
        });
    }

    private static InputStream open(String name) throws IOException {
        if (name.equals("-")) {
            return System.in;
        }
        if (Web.isAddress(name)) {
            throw new IOException("is an address; JSON lines are read from files and from standard input");
        }
        return Files.newInputStream(Path.of(name));
    }

    private void failed(String id, String why, ExitCode code) {
        outcome = outcome.or(code);
        String shown = Web.shown(id);
        String reason = why.startsWith(id) ? shown + why.substring(id.length()) : why;
        boolean saysWhich = reason.startsWith(shown) || Web.isAddress(reason);
        console.complain(saysWhich ? reason : shown + ": " + reason);
        receiver.failed(id, reason);
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "does not exist";
        }
        return e instanceof AccessDeniedException ? "may not be read" : e.getMessage();
    }
}
