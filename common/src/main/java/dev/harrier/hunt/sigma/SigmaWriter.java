package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.NormalForm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.Node;

/** Writes hunts as Sigma 2 rules. Deterministic, stateless and thread-safe. */
public final class SigmaWriter {
    private SigmaWriter() {}

    /**
     * A hunt as one YAML document, ASCII only, which {@link SigmaReader} reads back to a hunt of the same id and an equal
     * condition (in normal form) or native query. What Sigma has no place for (kind, confidence, lifetime) is in the custom section
     * {@code harrier}, a native query in the custom section {@code native} in the place of a detection; quotes are not in the rule.
     */
    public static String write(Hunt hunt) {
        Map<String, Node> rule = new LinkedHashMap<>();
        rule.put("title", YamlText.plain(hunt.title()));
        rule.put("id", YamlText.plain(hunt.id().toString()));
        rule.put("status", YamlText.plain("experimental"));
        putText(rule, "description", hunt.description());
        putTexts(rule, "references", hunt.references());
        putTexts(rule, "tags", hunt.techniques().stream().map(SigmaWriter::tag).toList());
        putLogic(rule, hunt.logic());
        putTexts(rule, "falsepositives", hunt.falsePositives());
        rule.put("level", YamlText.plain(hunt.severity().word()));
        rule.put("harrier", harrier(hunt));
        return YamlText.print(YamlText.mapping(rule));
    }

    /**
     * A correlation rule as one YAML document, ASCII only, which {@link SigmaReader} reads back to an equal correlation.
     *
     * @throws IllegalArgumentException if the rule has no correlation
     */
    public static String write(SigmaRule rule) {
        Correlation correlation = rule.correlation()
                .orElseThrow(() -> new IllegalArgumentException(rule.file() + " is no correlation rule"));
        Map<String, Node> document = new LinkedHashMap<>();
        document.put("title", YamlText.plain(rule.title()));
        document.put("id", YamlText.plain(rule.id().toString()));
        rule.name().ifPresent(name -> document.put("name", YamlText.plain(name)));
        rule.status().ifPresent(status -> document.put("status", YamlText.plain(status)));
        putText(document, "description", rule.description());
        putTexts(document, "references", rule.references());
        putTexts(document, "tags", rule.tags());
        document.put("correlation", CorrelationWriter.write(correlation));
        putTexts(document, "falsepositives", rule.falsePositives());
        document.put("level", YamlText.plain(rule.level().word()));
        return YamlText.print(YamlText.mapping(document));
    }

    private static void putLogic(Map<String, Node> rule, Logic logic) {
        if (logic instanceof Logic.Detection detection) {
            rule.put("logsource", logSource(detection.source()));
            rule.put("detection", DetectionWriter.write(NormalForm.of(detection.condition())));
        } else {
            Logic.NativeQuery query = (Logic.NativeQuery) logic;
            rule.put("logsource", logSource(query.source()));
            rule.put("native", NativeWriter.write(query));
        }
    }

    private static Node logSource(LogSource logs) {
        Map<String, Node> source = new LinkedHashMap<>();
        logs.category().ifPresent(category -> source.put("category", YamlText.plain(category)));
        logs.product().ifPresent(product -> source.put("product", YamlText.plain(product)));
        logs.service().ifPresent(service -> source.put("service", YamlText.plain(service)));
        return YamlText.mapping(source);
    }

    private static Node harrier(Hunt hunt) {
        Map<String, Node> section = new LinkedHashMap<>();
        section.put("kind", YamlText.plain(hunt.kind().word()));
        section.put("confidence", YamlText.plain(hunt.confidence().word()));
        hunt.timeToLive()
                .ifPresent(ttl -> section.put("time-to-live-days", YamlText.number(Long.toString(ttl.toDays()))));
        putText(section, "selected-because", hunt.selectedBecause());
        return YamlText.mapping(section);
    }

    private static String tag(String technique) {
        return "attack." + technique.toLowerCase(Locale.ROOT);
    }

    private static void putText(Map<String, Node> section, String key, String text) {
        if (!text.isEmpty()) {
            section.put(key, YamlText.plain(text));
        }
    }

    private static void putTexts(Map<String, Node> section, String key, List<String> texts) {
        if (!texts.isEmpty()) {
            section.put(
                    key, YamlText.sequence(texts.stream().map(YamlText::plain).toList()));
        }
    }
}
