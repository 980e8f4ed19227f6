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

    /** Skips {@code hint.name=value}, as often as it stands there: hints change the cost, never the result. */
    void skipHints() {
        while (at("hint") && peek(1).is(".") && peek(3).is("=")) {
            at += 5;
        }
    }

    /** Whether the step that begins here has a symbol or word outside of brackets. */
    boolean stepHas(String symbol) {
        int depth = 0;
        for (int i = 0; peek(i).kind() != Kind.END && !(depth == 0 && (peek(i).is("|") || peek(i).is(";"))); i++) {
            if (depth == 0 && peek(i).is(symbol)) {
                return true;
            }
            depth += peek(i).is("(") ? 1 : peek(i).is(")") ? -1 : 0;
            if (depth < 0) {
                return false;
            }
        }
        return false;
    }

    /** Whether one of some symbols stands before the partner of the bracket that was just taken. */
    boolean bracketHas(List<String> symbols) {
        int depth = 1;
        boolean found = false;
        for (int i = 0; depth > 0; i++) {
            KqlToken token = peek(i);
            if (token.kind() == Kind.END) {
                return false;
            }
            found |= symbols.stream().anyMatch(token::is);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        }
        return found;
    }

    /** Whether {@code (name, name) =} begins here. */
    boolean atTuple() {
        int i = 1;
        while (at("(") && peek(i).kind() == Kind.NAME && peek(i + 1).is(",")) {
            i += 2;
        }
        return i > 1
                && peek(i).kind() == Kind.NAME
                && peek(i + 1).is(")")
                && peek(i + 2).is("=");
    }
}
