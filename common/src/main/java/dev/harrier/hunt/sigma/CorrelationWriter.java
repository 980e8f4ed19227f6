package dev.harrier.hunt.sigma;

import dev.harrier.hunt.FieldTest.Compare;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** Spells a correlation as Sigma's section of that name. */
final class CorrelationWriter {
    private CorrelationWriter() {}

    static Node write(Correlation correlation) {
        Map<String, Node> section = new LinkedHashMap<>();
        section.put("type", YamlText.plain(correlation.type().word()));
        section.put("rules", texts(correlation.rules()));
        if (!correlation.groupBy().isEmpty()) {
            section.put("group-by", texts(correlation.groupBy()));
        }
        section.put("timespan", YamlText.plain(correlation.timespan().toSeconds() + "s"));
        correlation.condition().ifPresent(c -> section.put("condition", condition(correlation, c)));
        if (!correlation.aliases().isEmpty()) {
            section.put("aliases", aliases(correlation));
        }
        if (correlation.generate()) {
            section.put("generate", YamlText.truth("true"));
        }
        return YamlText.mapping(section);
    }

    private static Node condition(Correlation correlation, Compare compare) {
        Map<String, Node> condition = new LinkedHashMap<>();
        condition.put(word(compare.order()), YamlText.number(Long.toString(compare.value())));
        correlation.field().ifPresent(field -> condition.put("field", YamlText.quoted(field)));
        return YamlText.mapping(condition);
    }

    private static String word(Compare.Order order) {
        return switch (order) {
            case EQUAL -> "eq";
            case LESS -> "lt";
            case LESS_OR_EQUAL -> "lte";
            case GREATER -> "gt";
            case GREATER_OR_EQUAL -> "gte";
        };
    }

    private static Node aliases(Correlation correlation) {
        Map<String, Node> aliases = new LinkedHashMap<>();
        new TreeMap<>(correlation.aliases()).forEach((name, fields) -> {
            Map<String, Node> byRule = new LinkedHashMap<>();
            new TreeMap<>(fields).forEach((rule, field) -> byRule.put(rule, YamlText.quoted(field)));
            aliases.put(name, YamlText.mapping(byRule));
        });
        return YamlText.mapping(aliases);
    }

    private static Node texts(List<String> texts) {
        return YamlText.sequence(texts.stream().map(YamlText::quoted).toList());
    }
}
