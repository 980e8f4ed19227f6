package dev.harrier.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.article.WebAddress;
import dev.harrier.assess.Severity;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.SigmaRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Packs read back from disk. The Sigma rules say what is hunted; {@code pack.json} adds what a rule has no place for: the article, the
 * severity on paper, and the quotes.
 *
 * @param packs in the order of their paths
 * @param problems each as {@code FILE:LINE: what is wrong}; what they are about is not among the packs' hunts
 */
public record SavedPacks(List<SavedPack> packs, List<String> problems) {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FACTS = "pack.json";

    public SavedPacks {
        packs = List.copyOf(packs);
        problems = List.copyOf(problems);
    }

    /**
     * Reads packs, folders of packs, and Sigma rules or folders of them, several at once; goes on after what is no valid rule.
     *
     * @throws PackException if a path is not there or can't be read
     */
    public static SavedPacks read(List<Path> paths) {
        List<Path> folders =
                paths.stream().flatMap(path -> packsIn(path).stream()).toList();
        List<SavedPacks> each = folders.parallelStream().map(SavedPacks::one).toList();
        return new SavedPacks(
                each.stream().flatMap(one -> one.packs().stream()).toList(),
                each.stream().flatMap(one -> one.problems().stream()).toList());
    }

    private static SavedPacks one(Path folder) {
        List<String> problems = new ArrayList<>();
        return new SavedPacks(List.of(pack(folder, problems)), problems);
    }

    /** Each hunt once, in the order of the packs: one that several articles chose refers to all of them. */
    public List<Hunt> hunts() {
        Map<Object, Hunt> byId = new LinkedHashMap<>();
        packs.forEach(pack -> pack.hunts().forEach(hunt -> byId.merge(hunt.id(), hunt, SavedPacks::together)));
        return List.copyOf(byId.values());
    }

    private static Hunt together(Hunt one, Hunt other) {
        List<String> references = new ArrayList<>(one.references());
        references.addAll(other.references());
        List<Ground> grounds = new ArrayList<>(one.grounds());
        grounds.addAll(other.grounds());
        Severity graver = one.severity().compareTo(other.severity()) >= 0 ? one.severity() : other.severity();
        return one.withReferences(references).withGrounds(grounds).withSeverity(graver);
    }

    /** The path itself if it is a pack, the packs right below it if there are some, else the path as plain rules. */
    private static List<Path> packsIn(Path path) {
        if (!Files.isDirectory(path) || Files.exists(path.resolve(FACTS))) {
            return List.of(path);
        }
        try (Stream<Path> children = Files.list(path)) {
            List<Path> packs = children.filter(child -> Files.exists(child.resolve(FACTS)))
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
            return packs.isEmpty() ? List.of(path) : packs;
        } catch (IOException e) {
            throw new PackException("cannot read " + path + ": " + FileFailure.words(e), e);
        } catch (UncheckedIOException e) {
            throw new PackException("cannot read " + path + ": " + FileFailure.words(e), e);
        }
    }

    private static SavedPack pack(Path path, List<String> problems) {
        RuleFiles files = RuleFiles.read(List.of(path));
        files.problems().forEach(problem -> problems.add(problem.toString()));
        String name = Optional.ofNullable(path.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("packs");
        JsonNode facts = facts(path.resolve(FACTS), problems);
        Map<String, List<Ground>> grounds = grounds(facts);
        List<Hunt> hunts = new ArrayList<>();
        for (SigmaRule rule : files.rules()) {
            if (rule.logic().isPresent()) {
                hunts.add(
                        rule.toHunt().withGrounds(grounds.getOrDefault(rule.id().toString(), List.of())));
            } else {
                problems.add(rule.file() + ": " + String.join("; ", rule.unsupported()));
            }
        }
        JsonNode article = facts.path("article");
        return new SavedPack(
                name,
                article.path("title").asText(name),
                WebAddress.of(article.path("url").asText()),
                date(article.path("published").asText()),
                severity(facts.path("severity").path("level").asText()),
                hunts);
    }

    private static JsonNode facts(Path file, List<String> problems) {
        if (!Files.exists(file)) {
            return MAPPER.missingNode();
        }
        try {
            return MAPPER.readTree(Files.readString(file, UTF_8));
        } catch (JsonProcessingException e) {
            problems.add(file + ":" + e.getLocation().getLineNr() + ": no valid JSON: " + e.getOriginalMessage());
            return MAPPER.missingNode();
        } catch (IOException e) {
            throw new PackException("cannot read " + file + ": " + FileFailure.words(e), e);
        }
    }

    private static Map<String, List<Ground>> grounds(JsonNode facts) {
        Map<String, List<Ground>> byHunt = new HashMap<>();
        for (JsonNode hunt : facts.path("hunts")) {
            List<Ground> grounds = new ArrayList<>();
            hunt.path("grounds").forEach(ground -> ground(ground).ifPresent(grounds::add));
            byHunt.put(hunt.path("id").asText(), grounds);
        }
        return byHunt;
    }

    private static Optional<Ground> ground(JsonNode json) {
        JsonNode quote = json.path("quote");
        String text = quote.path("text").asText();
        int start = quote.path("start").asInt(-1);
        List<String> clauses = new ArrayList<>();
        json.path("clauses").forEach(clause -> clauses.add(clause.asText()));
        return start < 0
                ? Optional.empty()
                : Optional.of(new Ground(
                        json.path("field").asText(),
                        json.path("value").asText(),
                        new Quote(text, start, start + text.length()),
                        clauses));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Optional<Severity> severity(String word) {
        return Arrays.stream(Severity.values())
                .filter(severity -> severity.word().equals(word))
                .findFirst();
    }
}
