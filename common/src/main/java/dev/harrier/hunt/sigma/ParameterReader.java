package dev.harrier.hunt.sigma;

import dev.harrier.hunt.QueryParameter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one parameter of a native query: {@code {type: whole, value: 24}}. */
final class ParameterReader {
    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,12})?");

    private final YamlNode.Mapping node;
    private final StrictNode strict;
    private final Notes notes;

    private ParameterReader(YamlNode.Mapping node, Notes notes) {
        this.node = node;
        this.strict = new StrictNode(node, notes);
        this.notes = notes;
    }

    /** Empty when a note says why. */
    static Optional<QueryParameter> read(YamlNode node, Notes notes) {
        return node instanceof YamlNode.Mapping mapping
                ? new ParameterReader(mapping, notes).parameter()
                : notes.problem(node, "a parameter must be a mapping of type and value");
    }

    private Optional<QueryParameter> parameter() {
        strict.only(Set.of("type", "value"));
        String type = strict.text("type").orElse("");
        return switch (type) {
            case "whole" -> strict.whole("value").map(QueryParameter.Whole::new);
            case "decimal" -> decimal();
            case "span" -> span();
            case "text" -> strict.text("value").map(QueryParameter.Text::new);
            case "texts" -> texts();
            default -> notes.problem(node, "the type is one of whole, decimal, span, text, texts");
        };
    }

    private Optional<QueryParameter> decimal() {
        Optional<String> text = strict.text("value");
        return text.filter(t -> DECIMAL.matcher(t).matches()).isPresent()
                ? text.map(BigDecimal::new).map(QueryParameter.Decimal::new)
                : notes.problem(node, "\"value\" must be a number such as 0.25");
    }

    private Optional<QueryParameter> span() {
        Optional<Duration> span = strict.span("value", Duration.ZERO);
        return span.filter(s -> !s.isZero()).isPresent()
                ? span.map(QueryParameter.Span::new)
                : notes.problem(node, "\"value\" must be a time span of at least a second");
    }

    private Optional<QueryParameter> texts() {
        List<String> texts = strict.sequence("value").stream()
                .filter(YamlNode.Scalar.class::isInstance)
                .map(item -> ((YamlNode.Scalar) item).text())
                .toList();
        return texts.isEmpty()
                ? notes.problem(node, "\"value\" must be a list of texts")
                : Optional.of(new QueryParameter.Texts(texts));
    }
}
