package dev.harrier.sentinel.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads {@code datatable(name:type, …) [value, …]}. */
final class KqlInline {
    private final Tokens tokens;

    KqlInline(Tokens tokens) {
        this.tokens = tokens;
    }

    KqlPipeline.Inline read() {
        Place place = tokens.next().place();
        tokens.expect("(");
        List<Map.Entry<String, String>> columns = new ArrayList<>();
        do {
            String name = tokens.name();
            tokens.expect(":");
            columns.add(Map.entry(name, tokens.name()));
        } while (tokens.take(","));
        tokens.expect(")");
        return new KqlPipeline.Inline(List.copyOf(columns), values(), place);
    }

    private List<KqlExpression> values() {
        tokens.expect("[");
        List<KqlExpression> values = new ArrayList<>();
        while (!tokens.at("]")) {
            values.add(new KqlExpressionParser(tokens).expression());
            if (!tokens.take(",") && !tokens.at("]")) {
                throw tokens.unexpected("expected , or ]");
            }
        }
        tokens.expect("]");
        return List.copyOf(values);
    }
}
