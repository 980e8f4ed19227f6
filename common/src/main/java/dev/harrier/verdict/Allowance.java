package dev.harrier.verdict;

import static java.util.Objects.requireNonNull;

import dev.harrier.hunt.HuntId;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a noisy hunt could leave out here: events whose field has one of these values. It is proposed, never done: a person knows which
 * machine is an administrator's.
 *
 * @param field of the event model
 * @param values as the target names them; hostile, at least one
 */
public record Allowance(String field, List<String> values) {
    public Allowance {
        requireNonNull(field, "field is null");
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing is allowed");
        }
    }

    /** What proposals would leave out, as the section {@code allow} of {@code harrier.yml}; empty where they propose nothing of it. */
    public static String yaml(Collection<Proposal> proposals) {
        Map<HuntId, SortedMap<String, SortedSet<String>>> all = new TreeMap<>();
        for (Proposal proposal : proposals) {
            proposal.allow()
                    .ifPresent(allow -> all.computeIfAbsent(proposal.hunt().id(), key -> new TreeMap<>())
                            .computeIfAbsent(allow.field, key -> new TreeSet<>())
                            .addAll(allow.values));
        }
        StringBuilder yaml = new StringBuilder();
        all.forEach((hunt, fields) -> {
            yaml.append("  ").append(quoted(hunt.toString())).append(":\n");
            fields.forEach((field, values) ->
                    yaml.append("    ").append(field).append(": ").append(list(values)));
        });
        return yaml.isEmpty() ? "" : "allow:\n" + yaml;
    }

    private static String list(Collection<String> values) {
        return new LinkedHashSet<>(values)
                .stream().map(Allowance::quoted).collect(Collectors.joining(", ", "[", "]\n"));
    }

    /** A double-quoted scalar; what is no plain character of a name is escaped, so that it can't end a block of Markdown either. */
    private static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || " ._-@$".indexOf(c) >= 0;
            text.append(plain ? String.valueOf(c) : c == '\\' ? "\\\\" : String.format("\\u%04X", (int) c));
        }
        return text.append('"').toString();
    }
}
