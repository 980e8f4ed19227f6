package dev.harrier.splunk.dialect;

import dev.harrier.dialect.LintFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Static checks of any SPL; what is looked for is in {@link SplCheck}. Linear in the text's length. */
final class SplLinter {
    private static final Set<String> AGAINST_RAW_TEXT = Set.of("search", "tstats", "metasearch");

    /** Deeper than anybody nests; each level is read again. */
    private static final int DEEPEST = 12;

    private final SplOptions options;
    private final Findings findings;
    private final String text;

    SplLinter(String text, SplOptions options) {
        this.text = text;
        this.options = options;
        this.findings = new Findings(text);
    }

    List<LintFinding> findings() {
        try {
            List<Token> tokens = Tokenizer.tokens(text);
            new CommandNames(tokens, options.macros(), findings).check();
            new TimeBounds(tokens, findings).check();
            Command.pipeline(tokens).forEach(command -> check(command, 0));
        } catch (SyntaxProblem e) {
            boolean empty = text.isBlank();
            findings.add(empty ? SplCheck.SPL018 : SplCheck.SPL001, String.valueOf(e.getMessage()), e.offset());
        }
        return findings.inOrder();
    }

    private void check(Command command, int depth) {
        if (command.name().equals("tstats")) {
            new TstatsLint(command, findings).check();
        }
        if (AGAINST_RAW_TEXT.contains(command.name())) {
            new TermLint(command, findings).check();
        }
        new LimitLint(command, findings).check();
        new EvalCallLint(command, findings).check();
        if (depth < DEEPEST) {
            subsearches(command.arguments()).forEach(inner -> checkInside(inner, depth + 1));
        }
    }

    /** A subsearch is a pipeline of its own. */
    private void checkInside(List<Token> tokens, int depth) {
        Command.pipeline(tokens).forEach(command -> check(command, depth));
    }

    private static List<List<Token>> subsearches(List<Token> tokens) {
        List<List<Token>> found = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.OPEN_SUBSEARCH && depth++ == 0) {
                start = i + 1;
            } else if (tokens.get(i).kind() == Token.Kind.CLOSE_SUBSEARCH && --depth == 0 && i > start) {
                found.add(tokens.subList(start, i));
            }
        }
        return found;
    }

    static String lower(Token token) {
        return token.value().toLowerCase(Locale.ROOT);
    }
}
