package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Condition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;

/** Spells conditions as the mappings and lists of one Sigma selection, where they fit. */
final class Selection {
    private Selection() {}

    /**
     * The part of {@code parts}, from the start on, that one mapping can say.
     *
     * @param said how many parts the mapping says, possibly none
     */
    record Run(Map<String, Node> mapping, int said) {}

    /** As many leading parts of an {@code All} as one mapping can say in their order. */
    static Run leading(List<Condition> parts) {
        Map<String, Node> mapping = new LinkedHashMap<>();
        int said = 0;
        while (said < parts.size()) {
            int same = sameKey(parts, said);
            Optional<Entry> entry =
                    same > 1 ? Optional.of(allEntry(parts.subList(said, said + same))) : entry(parts.get(said));
            if (entry.isEmpty() || mapping.containsKey(entry.get().key())) {
                break;
            }
            mapping.put(entry.get().key(), entry.get().value());
            said += Math.max(same, 1);
        }
        return new Run(mapping, said);
    }

    /** One selection that says the whole condition, if there is one. */
    static Optional<Node> of(Condition condition) {
        if (isKeywords(condition)) {
            return Optional.of(keywords(condition));
        }
        List<Condition> parts = condition instanceof Condition.All all ? all.parts() : List.of(condition);
        Run run = leading(parts);
        if (run.said() == parts.size()) {
            return Optional.of(YamlText.mapping(run.mapping()));
        }
        return condition instanceof Condition.Any any ? alternatives(any) : Optional.empty();
    }

    private static Optional<Node> alternatives(Condition.Any any) {
        List<Node> nodes = new ArrayList<>();
        List<Condition> parts = any.parts();
        for (int i = 0; i < parts.size(); ) {
            int same = Math.max(sameKey(parts, i), 1);
            Condition part = same > 1 ? new Condition.Any(parts.subList(i, i + same)) : parts.get(i);
            Optional<Node> node = part instanceof Condition.Any && same == 1 ? Optional.empty() : of(part);
            if (node.isEmpty()) {
                return node;
            }
            nodes.add(node.get());
            i += same;
        }
        return Optional.of(YamlText.sequence(nodes));
    }

    /** Texts of which one must be anywhere in the event: Sigma lists them without a key. */
    private static boolean isKeywords(Condition condition) {
        return condition instanceof Condition.Any any
                ? any.parts().stream().allMatch(Selection::isKeyword)
                : isKeyword(condition);
    }

    private static boolean isKeyword(Condition condition) {
        return condition instanceof Condition.Match match
                && WrittenItem.of(match).key().isEmpty();
    }

    private static Node keywords(Condition condition) {
        return values(items(condition instanceof Condition.Any any ? any.parts() : List.of(condition)));
    }

    private record Entry(String key, Node value) {}

    private static Optional<Entry> entry(Condition part) {
        if (isKeywords(part)) {
            return Optional.empty();
        }
        if (part instanceof Condition.Match match) {
            WrittenItem item = WrittenItem.of(match);
            return Optional.of(new Entry(item.key(), node(item)));
        }
        if (part instanceof Condition.Any any
                && sameKey(any.parts(), 0) == any.parts().size()) {
            List<WrittenItem> items = items(any.parts());
            return Optional.of(new Entry(items.get(0).key(), values(items)));
        }
        return Optional.empty();
    }

    private static Entry allEntry(List<Condition> parts) {
        List<WrittenItem> items = items(parts);
        return new Entry(items.get(0).key() + "|all", values(items));
    }

    private static List<WrittenItem> items(List<Condition> parts) {
        return parts.stream().map(p -> WrittenItem.of((Condition.Match) p)).toList();
    }

    private static Node values(List<WrittenItem> items) {
        return YamlText.sequence(items.stream().map(Selection::node).toList());
    }

    private static Node node(WrittenItem item) {
        if (!item.plain()) {
            return YamlText.quoted(item.value());
        }
        return item.key().endsWith("|exists") ? YamlText.truth(item.value()) : YamlText.number(item.value());
    }

    /** How many parts from {@code from} on are matches with the same key. */
    private static int sameKey(List<Condition> parts, int from) {
        if (!(parts.get(from) instanceof Condition.Match first)) {
            return 0;
        }
        String key = WrittenItem.of(first).key();
        int end = from + 1;
        while (end < parts.size()
                && parts.get(end) instanceof Condition.Match match
                && WrittenItem.of(match).key().equals(key)) {
            end++;
        }
        return end - from;
    }
}
