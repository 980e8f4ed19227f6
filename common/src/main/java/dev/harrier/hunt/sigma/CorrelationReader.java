package dev.harrier.hunt.sigma;

import dev.harrier.hunt.FieldTest.Compare;
import dev.harrier.hunt.FieldTest.Compare.Order;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads a rule's {@code correlation} section. */
final class CorrelationReader {
    private static final Map<String, Order> ORDERS = Map.of(
            "gt", Order.GREATER,
            "gte", Order.GREATER_OR_EQUAL,
            "lt", Order.LESS,
            "lte", Order.LESS_OR_EQUAL,
            "eq", Order.EQUAL);
    private static final Map<String, Long> UNITS =
            Map.of("s", 1L, "m", 60L, "h", 3_600L, "d", 86_400L, "w", 604_800L, "M", 2_592_000L, "y", 31_536_000L);
    private static final Pattern TIMESPAN = Pattern.compile("([0-9]{1,6})([smhdwMy])");

    private final YamlNode.Mapping section;
    private final Notes notes;

    private CorrelationReader(YamlNode.Mapping section, Notes notes) {
        this.section = section;
        this.notes = notes;
    }

    /** Empty when a note says why. */
    static Optional<Correlation> read(YamlNode node, Notes notes) {
        return node instanceof YamlNode.Mapping section
                ? new CorrelationReader(section, notes).correlation()
                : notes.problem(node, "the section correlation must be a mapping");
    }

    private Optional<Correlation> correlation() {
        Optional<Correlation.Type> type = type();
        Optional<Duration> timespan = timespan();
        List<String> rules = texts(section.entries().get("rules")).toList();
        if (rules.isEmpty()) {
            notes.problem(section, "the correlation names no rules");
        }
        Optional<Compare> condition = condition();
        if (!notes.problems().isEmpty() || type.isEmpty() || timespan.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> field = conditionText("field").or(() -> text("field"));
        try {
            return Optional.of(new Correlation(
                    type.get(), rules, groupBy(), timespan.get(), condition, field, aliases(), generate()));
        } catch (IllegalArgumentException e) {
            return notes.problem(section, "correlation: " + e.getMessage());
        }
    }

    private Optional<Correlation.Type> type() {
        String word = text("type").orElse("");
        Optional<Correlation.Type> type = Arrays.stream(Correlation.Type.values())
                .filter(t -> t.word().equals(word))
                .findFirst();
        return type.isPresent()
                ? type
                : notes.problem(section, "the correlation type \"" + word + "\" is none of Sigma's");
    }

    private Optional<Duration> timespan() {
        String text = text("timespan").or(() -> text("timeframe")).orElse("");
        Matcher matcher = TIMESPAN.matcher(text);
        return matcher.matches()
                ? Optional.of(Duration.ofSeconds(Long.parseLong(matcher.group(1)) * UNITS.get(matcher.group(2))))
                : notes.problem(section, "\"" + text + "\" is no time span such as 5m");
    }

    private Optional<Compare> condition() {
        if (!(section.entries().get("condition") instanceof YamlNode.Mapping condition)) {
            return Optional.empty();
        }
        Optional<Compare> compare = Optional.empty();
        for (Map.Entry<String, YamlNode> entry : condition.entries().entrySet()) {
            Order order = ORDERS.get(entry.getKey());
            boolean number = entry.getValue() instanceof YamlNode.Scalar scalar && scalar.isInteger();
            if (order != null && number && compare.isEmpty()) {
                compare = Optional.of(new Compare(order, Long.parseLong(((YamlNode.Scalar) entry.getValue()).text())));
            } else if (!entry.getKey().equals("field")) {
                return notes.problem(
                        condition, "a correlation's condition is one of " + ORDERS.keySet() + " and a number");
            }
        }
        return compare;
    }

    private Optional<String> conditionText(String key) {
        return section.entries().get("condition") instanceof YamlNode.Mapping condition
                ? texts(condition.entries().get(key)).findFirst()
                : Optional.empty();
    }

    private List<String> groupBy() {
        return texts(section.entries().get("group-by")).toList();
    }

    private Map<String, Map<String, String>> aliases() {
        Map<String, Map<String, String>> aliases = new LinkedHashMap<>();
        if (section.entries().get("aliases") instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach((name, fields) -> aliases.put(name, fields(fields)));
        }
        return aliases;
    }

    private static Map<String, String> fields(YamlNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (node instanceof YamlNode.Mapping mapping) {
            mapping.entries().forEach((rule, field) -> texts(field).findFirst().ifPresent(f -> fields.put(rule, f)));
        }
        return fields;
    }

    private boolean generate() {
        return text("generate").filter("true"::equals).isPresent();
    }

    private Optional<String> text(String key) {
        return section.entries().get(key) instanceof YamlNode.Sequence
                ? Optional.empty()
                : texts(section.entries().get(key)).findFirst();
    }

    private static Stream<String> texts(YamlNode node) {
        if (node instanceof YamlNode.Sequence sequence) {
            return sequence.items().stream().flatMap(CorrelationReader::texts);
        }
        return node instanceof YamlNode.Scalar scalar && !scalar.isNull() ? Stream.of(scalar.text()) : Stream.empty();
    }
}
