package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlToken.Kind;
import java.util.List;

/** A cursor over tokens. Not thread-safe. */
final class Tokens {
    private final List<KqlToken> tokens;
    private int at;

    Tokens(List<KqlToken> tokens) {
        this.tokens = tokens;
    }

    KqlToken peek() {
        return peek(0);
    }

    KqlToken peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    KqlToken next() {
        KqlToken token = peek();
        at++;
        return token;
    }

    boolean ended() {
        return peek().kind() == Kind.END;
    }

    boolean at(String symbol) {
        return peek().is(symbol);
    }

    boolean take(String symbol) {
        boolean there = at(symbol);
        if (there) {
            at++;
        }
        return there;
    }

    void expect(String symbol) {
        if (!take(symbol)) {
            throw unexpected("expected " + symbol);
        }
    }

    String name() {
        KqlToken token = peek();
        if (token.kind() != Kind.NAME && token.kind() != Kind.QUOTED_NAME) {
            throw unexpected("expected a name");
        }
        at++;
        return token.value();
    }

    KqlSyntaxException unexpected(String wanted) {
        String met = ended() ? "the end of the text" : peek().text();
        return new KqlSyntaxException(wanted + ", met " + met, peek().place());
    }

    /** Skips to the next pipe, semicolon or closing bracket of this level. */
    void skipStep() {
        int depth = 0;
        while (!ended() && (depth > 0 || !(at("|") || at(";") || at(")") || at("}")))) {
            if (at("(") || at("[") || at("{")) {
                depth++;
            } else if (at(")") || at("]") || at("}")) {
                depth--;
            }
            at++;
        }
    }
}
