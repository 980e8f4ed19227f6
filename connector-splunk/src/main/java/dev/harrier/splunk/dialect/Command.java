package dev.harrier.splunk.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One command of a pipeline.
 *
 * @param name lower case; {@code search} where the text leaves it out; {@code `macro`} where a macro stands for it
 * @param start offset of the command
 * @param arguments without the name
 * @param end offset after its last character
 */
record Command(String name, int start, List<Token> arguments, int end) {
    /**
     * The commands outside subsearches, in order; a subsearch's tokens stay in its command's arguments.
     *
     * @throws SyntaxProblem if a pipe is followed by nothing
     */
    static List<Command> pipeline(String text) {
        return pipeline(Tokenizer.tokens(text));
    }

    /** The same of tokens, for example those between the brackets of a subsearch. */
    static List<Command> pipeline(List<Token> tokens) {
        List<Command> commands = new ArrayList<>();
        boolean implied = tokens.isEmpty() || tokens.get(0).kind() != Token.Kind.PIPE;
        for (List<Token> part : split(tokens)) {
            commands.add(of(part, implied && commands.isEmpty()));
        }
        return List.copyOf(commands);
    }

    private static List<List<Token>> split(List<Token> tokens) {
        List<List<Token>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        int depth = 0;
        for (Token token : tokens) {
            depth += depthChange(token);
            if (token.kind() == Token.Kind.PIPE && depth == 0) {
                if (parts.size() > 1 && last(parts).isEmpty()) {
                    throw new SyntaxProblem("no command before this pipe", token.start());
                }
                parts.add(new ArrayList<>());
            } else {
                last(parts).add(token);
            }
        }
        if (last(parts).isEmpty()) {
            throw new SyntaxProblem(
                    "no command after the last pipe",
                    tokens.isEmpty() ? 0 : tokens.get(tokens.size() - 1).start());
        }
        if (parts.get(0).isEmpty()) {
            parts.remove(0);
        }
        return parts;
    }

    private static int depthChange(Token token) {
        return switch (token.kind()) {
            case OPEN, OPEN_SUBSEARCH -> 1;
            case CLOSE, CLOSE_SUBSEARCH -> -1;
            default -> 0;
        };
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }

    private static Command of(List<Token> tokens, boolean first) {
        Token head = tokens.get(0);
        int end = last(tokens).end();
        if (head.kind() == Token.Kind.MACRO && tokens.size() == 1) {
            return new Command("`" + head.value() + "`", head.start(), List.of(), end);
        }
        boolean named = head.kind() == Token.Kind.WORD && !(first && isTerm(tokens));
        return named
                ? new Command(
                        head.value().toLowerCase(Locale.ROOT), head.start(), tokens.subList(1, tokens.size()), end)
                : new Command("search", head.start(), tokens, end);
    }

    /** A first word may be a search term: {@code index=main}, or {@code error}. Generating commands come after a pipe. */
    private static boolean isTerm(List<Token> tokens) {
        return !tokens.get(0).is("search");
    }
}
