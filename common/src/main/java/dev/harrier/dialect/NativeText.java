package dev.harrier.dialect;

import dev.harrier.hunt.Logic;
import dev.harrier.hunt.QueryParameter;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/**
 * Puts a native query's parameters into its text: numbers as they are, spans as {@code 300s}, which SPL and KQL both read, and texts
 * through the language's literal encoder alone.
 */
public final class NativeText {
    private NativeText() {}

    /**
     * A query's text in one language, if somebody wrote it.
     *
     * @param dialect {@link Dialect#name}
     * @param literal the language's literal of a text, quotes included; what it throws goes through
     */
    public static Optional<String> of(Logic.NativeQuery query, String dialect, UnaryOperator<String> literal) {
        return Optional.ofNullable(query.textByDialect().get(dialect))
                .filter(text -> !text.isEmpty())
                .map(text -> filled(text, query, new Written(literal)));
    }

    private static String filled(String text, Logic.NativeQuery query, Written written) {
        return Logic.NativeQuery.PLACE
                .matcher(text)
                .replaceAll(
                        place -> Matcher.quoteReplacement(value(query, place).accept(written)));
    }

    private static QueryParameter value(Logic.NativeQuery query, MatchResult place) {
        return query.parameters().get(place.group(1));
    }

    private record Written(UnaryOperator<String> literal) implements QueryParameter.Visitor<String> {
        @Override
        public String whole(QueryParameter.Whole whole) {
            return Long.toString(whole.value());
        }

        @Override
        public String decimal(QueryParameter.Decimal decimal) {
            return decimal.value().toPlainString();
        }

        @Override
        public String span(QueryParameter.Span span) {
            return span.value().toSeconds() + "s";
        }

        @Override
        public String text(QueryParameter.Text text) {
            return literal.apply(text.value());
        }

        @Override
        public String texts(QueryParameter.Texts texts) {
            return texts.values().stream().map(literal).collect(Collectors.joining(", "));
        }
    }
}
