package dev.harrier.splunk.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts an eval expression. A field whose name is more than letters, digits and {@code _} stands in single quotes (Search Reference,
 * "where"); a bare dot joins texts.
 */
final class EvalTokens {
    private static final Pattern TOKEN = Pattern.compile("(?<space>\\s+|```[\\s\\S]*?```)"
            + "|(?<string>\"(?:\\\\[\\s\\S]|[^\"\\\\])*+\")"
            + "|(?<field>'(?:\\\\[\\s\\S]|[^'\\\\])*+')"
            + "|(?<number>\\d+(?:\\.\\d+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_{}:@]*)"
            + "|(?<symbol>==|!=|<=|>=|[=<>+\\-*/%.(),])");

    private EvalTokens() {}

    /**
     * All tokens of a range, then END.
     *
     * @throws SyntaxProblem at what is none
     */
    static List<EvalToken> of(String text, int start, int end) {
        List<EvalToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text).region(start, end);
        int at = start;
        while (at < end) {
            if (!matcher.region(at, end).lookingAt()) {
                throw new SyntaxProblem("not part of an eval expression", at);
            }
            if (matcher.group("space") == null) {
                tokens.add(token(matcher, at));
            }
            at = matcher.end();
        }
        tokens.add(new EvalToken(EvalToken.Kind.END, "", end));
        return List.copyOf(tokens);
    }

    private static EvalToken token(Matcher matcher, int at) {
        String text = matcher.group();
        if (matcher.group("string") != null) {
            return new EvalToken(EvalToken.Kind.STRING, unquoted(text), at);
        }
        if (matcher.group("field") != null) {
            return new EvalToken(EvalToken.Kind.FIELD, unquoted(text), at);
        }
        if (matcher.group("number") != null) {
            return new EvalToken(EvalToken.Kind.NUMBER, text, at);
        }
        return new EvalToken(matcher.group("name") != null ? EvalToken.Kind.NAME : EvalToken.Kind.SYMBOL, text, at);
    }

    /** {@code \\} and {@code \"} are escapes; any other backslash stands for itself. */
    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replaceAll("\\\\([\\\\\"])", "$1");
    }
}
