package dev.harrier.hunt.sigma;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mapping all of whose keys are known. What is missing or of another type becomes a problem, and empty. */
record StrictNode(YamlNode.Mapping mapping, Notes notes) {
    private static final Map<String, Long> UNITS = Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L);
    private static final Pattern SPAN = Pattern.compile("([0-9]{1,7})([smhd])");

    void only(Set<String> known) {
        mapping.entries().forEach((key, value) -> {
            if (!known.contains(key)) {
                notes.problem(value, "\"" + key + "\" is none of " + new TreeSet<>(known));
            }
        });
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    Optional<YamlNode.Mapping> mapping(String key) {
        return mapping.entries().get(key) instanceof YamlNode.Mapping inner
                ? Optional.of(inner)
                : notes.problem(mapping, "\"" + key + "\" must be a mapping");
    }

    List<YamlNode> sequence(String key) {
        if (mapping.entries().get(key) instanceof YamlNode.Sequence inner) {
            return inner.items();
        }
        notes.problem(mapping, "\"" + key + "\" must be a list");
        return List.of();
    }

    Optional<String> text(String key) {
        return mapping.entries().get(key) instanceof YamlNode.Scalar scalar && !scalar.isNull()
                ? Optional.of(scalar.text())
                : notes.problem(mapping, "\"" + key + "\" must be a text");
    }

    Optional<Long> whole(String key) {
        return mapping.entries().get(key) instanceof YamlNode.Scalar scalar && scalar.isInteger()
                ? Optional.of(Long.parseLong(scalar.text()))
                : notes.problem(mapping, "\"" + key + "\" must be a whole number");
    }

    /** Such as {@code 5m}; {@code otherwise} if the key isn't there. */
    Optional<Duration> span(String key, Duration otherwise) {
        return has(key) ? span(key) : Optional.of(otherwise);
    }

    private Optional<Duration> span(String key) {
        Matcher span = SPAN.matcher(text(key).orElse(""));
        return span.matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(span.group(1)) * UNITS.get(span.group(2))))
                : notes.problem(mapping, "\"" + key + "\" must be a time span such as 5m");
    }
}
