package dev.harrier.splunk.dialect;

import dev.harrier.dialect.TableMapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which mapped table a text reads, judged by its tokens. */
final class DatasetOf {
    private DatasetOf() {}

    /** The first mapped table that a text names; empty for other texts, broken ones included. */
    static Optional<TableMapping> text(String text) {
        try {
            return tokens(Tokenizer.tokens(text));
        } catch (SyntaxProblem e) {
            return Optional.empty();
        }
    }

    static Optional<TableMapping> tokens(List<Token> tokens) {
        return valueAfter(tokens, "datamodel")
                .flatMap(name -> SplTables.dataset(name).stream().findFirst())
                .or(() -> raw(tokens));
    }

    /** The raw source that {@code source=…} and {@code EventCode…} name. */
    static Optional<TableMapping> raw(List<Token> tokens) {
        List<String> codes = eventCodes(tokens);
        return valueAfter(tokens, "source").flatMap(source -> SplTables.raw().stream()
                .filter(t -> RawSource.of(t).equals(new RawSource(source, codes)))
                .findFirst());
    }

    private static Optional<String> valueAfter(List<Token> tokens, String name) {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is(name) && tokens.get(i + 1).is("=")) {
                return Optional.of(tokens.get(i + 2).value());
            }
        }
        return Optional.empty();
    }

    private static List<String> eventCodes(List<Token> tokens) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i + 2 < tokens.size() && codes.isEmpty(); i++) {
            if (tokens.get(i).is("EventCode") && tokens.get(i + 1).is("=")) {
                codes.add(tokens.get(i + 2).value());
            } else if (tokens.get(i).is("EventCode") && tokens.get(i + 1).is("IN")) {
                for (int j = i + 3; j < tokens.size() && !tokens.get(j).is(")"); j++) {
                    if (tokens.get(j).kind() != Token.Kind.COMMA) {
                        codes.add(tokens.get(j).value());
                    }
                }
            }
        }
        return codes;
    }
}
