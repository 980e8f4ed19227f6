package dev.harrier.sentinel.dialect;

import java.util.List;
import java.util.Map;

/** A source of rows and what is done to them. */
record KqlPipeline(Source source, List<KqlStep> steps) {
    /** Where rows come from. */
    sealed interface Source {
        Place place();
    }

    /** A table, a tabular {@code let}, or a function called without arguments or with them ({@code called}). */
    record Table(String name, boolean called, Place place) implements Source {}

    /** {@code union a, b} or parentheses; one pipeline at least. {@code wild} when it names tables with a star. */
    record Several(List<KqlPipeline> parts, boolean wild, Place place) implements Source {}

    /** {@code datatable(name:type, …)[value, …]}: a lookup table written into the query. */
    record Inline(List<Map.Entry<String, String>> columns, List<KqlExpression> values, Place place) implements Source {}

    /** Anything else: {@code search}, {@code externaldata}, {@code print}... */
    record Strange(String what, Place place) implements Source {}
}
