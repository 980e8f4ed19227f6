package dev.harrier.hunt.sigma;

import dev.harrier.hunt.Logic;
import dev.harrier.hunt.QueryParameter;
import dev.harrier.hunt.QuerySample;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.nodes.Node;

/** Writes what {@link NativeReader} reads. */
final class NativeWriter {
    private NativeWriter() {}

    static Node write(Logic.NativeQuery query) {
        Map<String, Node> section = new LinkedHashMap<>();
        if (!query.parameters().isEmpty()) {
            section.put("parameters", parameters(query.parameters()));
        }
        Map<String, Node> texts = new LinkedHashMap<>();
        query.textByDialect().forEach((dialect, text) -> texts.put(dialect, YamlText.block(text)));
        section.put("queries", YamlText.mapping(texts));
        if (!query.samples().isEmpty()) {
            section.put(
                    "samples",
                    YamlText.sequence(
                            query.samples().stream().map(NativeWriter::sample).toList()));
        }
        return YamlText.mapping(section);
    }

    private static Node parameters(SortedMap<String, QueryParameter> parameters) {
        Map<String, Node> named = new LinkedHashMap<>();
        parameters.forEach((name, parameter) -> named.put(name, parameter.accept(new Written())));
        return YamlText.mapping(named);
    }

    private static Node sample(QuerySample sample) {
        Map<String, Node> node = new LinkedHashMap<>();
        node.put("hit", YamlText.truth(Boolean.toString(sample.hit())));
        node.put("about", YamlText.quoted(sample.about()));
        node.put(
                "series",
                YamlText.sequence(
                        sample.series().stream().map(NativeWriter::series).toList()));
        return YamlText.mapping(node);
    }

    private static Node series(QuerySample.Series series) {
        Map<String, Node> fields = new LinkedHashMap<>();
        new TreeMap<>(series.fields()).forEach((field, text) -> fields.put(field, YamlText.quoted(text)));
        Map<String, Node> node = new LinkedHashMap<>();
        node.put("fields", YamlText.mapping(fields));
        node.put("count", YamlText.number(Integer.toString(series.count())));
        node.put("every", YamlText.plain(span(series.every())));
        node.put("jitter", YamlText.plain(span(series.jitter())));
        node.put("after", YamlText.plain(span(series.after())));
        return YamlText.mapping(node);
    }

    private static String span(Duration span) {
        return span.toSeconds() + "s";
    }

    private static Node typed(String type, Node value) {
        Map<String, Node> node = new LinkedHashMap<>();
        node.put("type", YamlText.plain(type));
        node.put("value", value);
        return YamlText.mapping(node);
    }

    private static final class Written implements QueryParameter.Visitor<Node> {
        @Override
        public Node whole(QueryParameter.Whole whole) {
            return typed("whole", YamlText.number(Long.toString(whole.value())));
        }

        @Override
        public Node decimal(QueryParameter.Decimal decimal) {
            return typed("decimal", YamlText.quoted(decimal.value().toPlainString()));
        }

        @Override
        public Node span(QueryParameter.Span span) {
            return typed("span", YamlText.plain(NativeWriter.span(span.value())));
        }

        @Override
        public Node text(QueryParameter.Text text) {
            return typed("text", YamlText.quoted(text.value()));
        }

        @Override
        public Node texts(QueryParameter.Texts texts) {
            List<Node> values = texts.values().stream().map(YamlText::quoted).toList();
            return typed("texts", YamlText.sequence(values));
        }
    }
}
