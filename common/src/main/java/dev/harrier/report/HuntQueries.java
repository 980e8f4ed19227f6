package dev.harrier.report;

import static java.util.Objects.requireNonNull;

import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The queries of a pack's hunts, and the pack's files that hold them. Immutable.
 *
 * @param renderings by hunt, then by dialect, in the order to be shown
 * @param files paths inside the pack by file name
 */
record HuntQueries(Map<HuntId, Map<String, Rendering>> renderings, Map<String, String> files) {
    HuntQueries {
        requireNonNull(renderings, "renderings is null");
        files = Map.copyOf(files);
    }

    /** {@code files} are paths inside the pack, with {@code /}; of several of one name the one counts that lies highest. */
    static HuntQueries of(Map<HuntId, Map<String, Rendering>> renderings, Collection<String> files) {
        Map<String, String> byName = new HashMap<>();
        files.forEach(file -> byName.merge(
                file.substring(file.lastIndexOf('/') + 1), file, (a, b) -> a.length() <= b.length() ? a : b));
        return new HuntQueries(renderings, byName);
    }

    Map<String, Rendering> of(Hunt hunt) {
        return renderings.getOrDefault(hunt.id(), Map.of());
    }

    /** Where the pack keeps a hunt's text in a language. */
    Optional<String> file(Hunt hunt, String dialect) {
        return Optional.ofNullable(files.get(hunt.fileName() + "." + dialect));
    }

    /** Whether no query of the hunt is lost when the page doesn't show it. */
    boolean areInFiles(Hunt hunt) {
        return of(hunt).entrySet().stream()
                .filter(query -> query.getValue() instanceof Rendering.Rendered)
                .allMatch(query -> file(hunt, query.getKey()).isPresent());
    }

    /** Whether every language can say the hunt. */
    boolean areWhole(Hunt hunt) {
        return of(hunt).values().stream().allMatch(rendering -> rendering instanceof Rendering.Rendered);
    }

    /** For people, for example {@code Splunk SPL}. */
    static String language(String dialect) {
        return switch (dialect) {
            case "spl" -> "Splunk SPL";
            case "kql" -> "Sentinel KQL";
            default -> dialect;
        };
    }
}
