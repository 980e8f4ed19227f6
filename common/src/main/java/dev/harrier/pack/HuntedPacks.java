package dev.harrier.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.compose.Hunted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Reads of the packs on disk what their indicator hunts look for. */
public final class HuntedPacks {
    /** A pack.json holds facts and quotes, not the article: a larger one is none of ours. */
    private static final long LARGEST = 64L << 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    private HuntedPacks() {}

    /**
     * All packs in a folder, in the order of their names, so that the oldest by date counts as the first.
     *
     * @param folder may not exist
     * @param complaint is told, for people, of each pack that can't be read; the others count
     */
    public static Hunted below(Path folder, Consumer<String> complaint) {
        Hunted hunted = Hunted.nothing();
        for (Path pack : packs(folder, complaint)) {
            try {
                hunted = and(hunted, pack);
            } catch (IOException | DateTimeException | IllegalArgumentException e) {
                complaint.accept("cannot read " + pack + ", so what it hunts may be hunted twice: " + e.getMessage());
            }
        }
        return hunted;
    }

    private static List<Path> packs(Path folder, Consumer<String> complaint) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !child.getFileName().toString().startsWith("."))
                    .map(child -> child.resolve("pack.json"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            complaint.accept("cannot list " + folder + ": " + e.getMessage());
            return List.of();
        }
    }

    private static Hunted and(Hunted hunted, Path pack) throws IOException {
        if (Files.size(pack) > LARGEST) {
            throw new IOException("larger than " + LARGEST + " bytes");
        }
        JsonNode json = JSON.readTree(pack.toFile());
        JsonNode article = json.path("article");
        String story = article.path("story").asText("");
        return story.isEmpty()
                ? hunted
                : hunted.and(new Hunted.Source(story, name(article, pack), published(article)), asked(json));
    }

    private static String name(JsonNode article, Path pack) {
        String title = article.path("title").asText("");
        return title.isBlank() ? pack.getParent().getFileName().toString() : title;
    }

    private static Optional<LocalDate> published(JsonNode article) {
        return article.hasNonNull("published")
                ? Optional.of(LocalDate.parse(article.path("published").asText()))
                : Optional.empty();
    }

    private static List<Hunted.Asked> asked(JsonNode json) {
        List<Hunted.Asked> asked = new ArrayList<>();
        for (JsonNode hunt : json.path("hunts")) {
            if (hunt.path("kind").asText().equals("indicator")) {
                EventKind.ofCategory(hunt.path("events").asText())
                        .ifPresent(kind -> hunt.path("grounds").forEach(ground -> asked.add(asked(kind, ground))));
            }
        }
        return asked;
    }

    private static Hunted.Asked asked(EventKind kind, JsonNode ground) {
        return new Hunted.Asked(
                kind, ground.path("field").asText(), ground.path("value").asText());
    }
}
