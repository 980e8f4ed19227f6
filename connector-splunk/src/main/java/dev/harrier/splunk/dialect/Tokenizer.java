package dev.harrier.splunk.dialect;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Cuts any SPL into tokens and checks that quotes, parentheses, subsearch brackets, macros and comments end. It knows no commands:
 * eval expressions are cut finer by {@link EvalTokens}.
 */
final class Tokenizer {
    private static final String OPERATOR_CHARACTERS = "=<>!";

    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();
    private int at;

    private Tokenizer(String text) {
        this.text = text;
    }

    /**
     * All tokens in order.
     *
     * @throws SyntaxProblem at what does not end, or ends what never began
     */
    static List<Token> tokens(String text) {
        Tokenizer tokenizer = new Tokenizer(text);
        while (tokenizer.at < text.length()) {
            tokenizer.next();
        }
        if (!tokenizer.open.isEmpty()) {
            throw new SyntaxProblem(
                    "`" + tokenizer.open.peek().value() + "` is never closed",
                    tokenizer.open.peek().start());
        }
        return List.copyOf(tokenizer.tokens);
    }

    private void next() {
        char c = text.charAt(at);
        if (Character.isWhitespace(c)) {
            at++;
        } else if (c == '"') {
            string();
        } else if (c == '`') {
            macroOrComment();
        } else if (OPERATOR_CHARACTERS.indexOf(c) >= 0) {
            operator();
        } else if ("|()[],".indexOf(c) >= 0) {
            bracket(c);
        } else {
            word();
        }
    }

    private void string() {
        int start = at;
        StringBuilder value = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '"'; at++) {
            if (isEscape()) {
                at++;
            }
            value.append(text.charAt(at));
        }
        if (at >= text.length()) {
            throw new SyntaxProblem("a quoted string is never closed", start);
        }
        at++;
        tokens.add(new Token(Token.Kind.STRING, value.toString(), start, at));
    }

    /** A backslash before anything else stands for itself (Search Reference, "search: Quotes and escaping characters"). */
    private boolean isEscape() {
        return text.charAt(at) == '\\'
                && at + 1 < text.length()
                && (text.charAt(at + 1) == '\\' || text.charAt(at + 1) == '"');
    }

    private void macroOrComment() {
        boolean comment = text.startsWith("```", at);
        String mark = comment ? "```" : "`";
        int end = text.indexOf(mark, at + mark.length());
        if (end < 0) {
            throw new SyntaxProblem("a " + (comment ? "comment" : "macro") + " is never closed", at);
        }
        int after = end + mark.length();
        if (!comment) {
            tokens.add(new Token(Token.Kind.MACRO, text.substring(at + 1, end).strip(), at, after));
        }
        at = after;
    }

    private void operator() {
        int start = at++;
        if (at < text.length() && text.charAt(at) == '=') {
            at++;
        }
        tokens.add(new Token(Token.Kind.OPERATOR, text.substring(start, at), start, at));
    }

    private void bracket(char c) {
        Token token = new Token(kind(c), String.valueOf(c), at, ++at);
        tokens.add(token);
        if (c == '(' || c == '[') {
            open.push(token);
        } else if (c == ')' || c == ']') {
            close(token, c == ')' ? "(" : "[");
        }
    }

    private void close(Token token, String opener) {
        if (open.isEmpty() || !open.pop().value().equals(opener)) {
            throw new SyntaxProblem("`" + token.value() + "` closes nothing", token.start());
        }
    }

    private static Token.Kind kind(char c) {
        return switch (c) {
            case '|' -> Token.Kind.PIPE;
            case '(' -> Token.Kind.OPEN;
            case ')' -> Token.Kind.CLOSE;
            case '[' -> Token.Kind.OPEN_SUBSEARCH;
            case ']' -> Token.Kind.CLOSE_SUBSEARCH;
            default -> Token.Kind.COMMA;
        };
    }

    private void word() {
        int start = at;
        while (at < text.length() && isWord(text.charAt(at))) {
            at += text.charAt(at) == '\\' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))
                    ? 2
                    : 1;
        }
        tokens.add(new Token(Token.Kind.WORD, text.substring(start, at), start, at));
    }

    private static boolean isWord(char c) {
        return !Character.isWhitespace(c) && "\"`|()[],".indexOf(c) < 0 && OPERATOR_CHARACTERS.indexOf(c) < 0;
    }
}
