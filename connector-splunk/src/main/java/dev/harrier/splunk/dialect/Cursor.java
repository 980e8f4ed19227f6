package dev.harrier.splunk.dialect;

import java.util.List;

/** Walks over a command's tokens. Not thread-safe. */
final class Cursor {
    private final List<Token> tokens;
    private final int end;
    private int at;

    Cursor(Command command) {
        this.tokens = command.arguments();
        this.end = command.end();
    }

    boolean atEnd() {
        return at >= tokens.size();
    }

    /** Whether the next token is this keyword, operator or bracket. */
    boolean sees(String text) {
        return sees(text, 0);
    }

    /** Whether the token after {@code ahead} others is. */
    boolean sees(String text, int ahead) {
        return at + ahead < tokens.size() && tokens.get(at + ahead).is(text);
    }

    /** Goes past the next token if it is this. */
    boolean skip(String text) {
        boolean seen = sees(text);
        at += seen ? 1 : 0;
        return seen;
    }

    Token peek() {
        if (atEnd()) {
            throw new SyntaxProblem("the command ends too early", end);
        }
        return tokens.get(at);
    }

    Token next() {
        Token token = peek();
        at++;
        return token;
    }

    void expect(String text) {
        if (!skip(text)) {
            throw new SyntaxProblem("`" + text + "` expected", offset());
        }
    }

    /** A name or a quoted name. */
    Token name() {
        Token token = next();
        if (token.kind() != Token.Kind.WORD && token.kind() != Token.Kind.STRING) {
            throw new SyntaxProblem("a name expected", token.start());
        }
        return token;
    }

    int offset() {
        return atEnd() ? end : tokens.get(at).start();
    }

    /** Offset after the last token that was read. */
    int offsetBehind() {
        return at == 0 ? offset() : tokens.get(at - 1).end();
    }

    /** Over what stands between the brackets of a subsearch, which the next token opens; goes past them. */
    List<Token> subsearch() {
        expect("[");
        int start = at;
        for (int depth = 1; depth > 0; ) {
            depth += switch (next().kind()) {
                case OPEN_SUBSEARCH -> 1;
                case CLOSE_SUBSEARCH -> -1;
                default -> 0;
            };
        }
        return tokens.subList(start, at - 1);
    }
}
