package dev.harrier.splunk.dialect;

import java.util.List;

/** Checks the terms that a command looks for in raw events or summaries. */
record TermLint(Command command, Findings findings) {
    void check() {
        List<Token> tokens = command.arguments();
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (isValue(tokens, i)
                    && token.value().length() > 1
                    && token.value().startsWith("*")) {
                findings.add(
                        SplCheck.SPL007, "a value that begins with a wildcard cannot use the index", token.start());
            }
            if (i > 1
                    && token.value().equals("*")
                    && tokens.get(i - 1).is("=")
                    && tokens.get(i - 2).is("index")) {
                findings.add(
                        SplCheck.SPL012,
                        "index=* searches every index",
                        tokens.get(i - 2).start());
            }
        }
    }

    private static boolean isValue(List<Token> tokens, int i) {
        Token before = tokens.get(i - 1);
        return before.kind() == Token.Kind.OPERATOR
                || before.kind() == Token.Kind.COMMA
                || (i > 1 && tokens.get(i - 2).is("IN"));
    }
}
