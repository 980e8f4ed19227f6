package dev.harrier.report;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.QueryParameter;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people should know of a hunt that is no Sigma rule. */
final class NativeWords {
    private static final Words WORDS = new Words();

    private NativeWords() {}

    /** Plain text, one sentence or two; empty for any other hunt. */
    static Optional<String> of(Hunt hunt) {
        return hunt.logic() instanceof Logic.NativeQuery query ? Optional.of(words(query)) : Optional.empty();
    }

    private static String words(Logic.NativeQuery query) {
        String parameters = query.parameters().entrySet().stream()
                .map(e -> e.getKey() + " = " + e.getValue().accept(WORDS))
                .collect(Collectors.joining("; "));
        return "Statistics that Sigma cannot say, written by an analyst in each language; one row of the result is one hit."
                + (parameters.isEmpty() ? "" : " Limits: " + parameters + ".");
    }

    private static final class Words implements QueryParameter.Visitor<String> {
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
            return span.value().toSeconds() + " s";
        }

        @Override
        public String text(QueryParameter.Text text) {
            return text.value();
        }

        @Override
        public String texts(QueryParameter.Texts texts) {
            return String.join(", ", texts.values());
        }
    }
}
