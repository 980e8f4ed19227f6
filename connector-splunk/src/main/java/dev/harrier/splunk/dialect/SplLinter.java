package dev.harrier.splunk.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LintFinding.Level;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Static checks of any SPL.
 *
 * <ul>
 *   <li>SPL001 error: a quote, bracket, macro or comment that does not end, or a pipe without a command
 *   <li>SPL002 error: a command that writes, sends, deletes or runs code
 *   <li>SPL003 warning: a command that is not in the allow-list
 *   <li>SPL004 error: a CIM data model or dataset that does not exist
 *   <li>SPL005 error: a field that the dataset does not have
 *   <li>SPL006 error: a macro, where the profile has none
 *   <li>SPL007 note: a value that begins with a wildcard
 *   <li>SPL008 note: time bounds inside the text, which the deployment sets
 *   <li>SPL009 warning: a data model searched without {@code summariesonly} or its macro
 *   <li>SPL010 warning: {@code tstats … by} without {@code fillnull_value}, which drops rows with an absent field
 *   <li>SPL011 note: a slow or silently capped command
 * </ul>
 */
final class SplLinter {
    private static final Set<String> TIME_BOUNDS =
            Set.of("earliest", "latest", "_index_earliest", "_index_latest", "starttime", "endtime");
    private static final Set<String> AGAINST_RAW_TEXT = Set.of("search", "tstats");

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
            checkTokens(tokens);
            Command.pipeline(text).forEach(this::checkCommand);
        } catch (SyntaxProblem e) {
            findings.add("SPL001", Level.ERROR, e.getMessage(), e.offset());
        }
        return findings.inOrder();
    }

    private void checkTokens(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.MACRO && !options.macros()) {
                findings.add(
                        "SPL006",
                        Level.ERROR,
                        "the macro `" + token.value() + "` may not exist on the target; inline it, or set macros=true",
                        token.start());
            }
            if (i > 0 && beginsCommand(tokens, i)) {
                checkName(token);
            }
            checkTimeBound(tokens, i);
        }
    }

    /** After a pipe or at the start of a subsearch that begins with one. */
    private static boolean beginsCommand(List<Token> tokens, int i) {
        return tokens.get(i - 1).kind() == Token.Kind.PIPE && tokens.get(i).kind() == Token.Kind.WORD;
    }

    private void checkName(Token token) {
        String name = token.value().toLowerCase(Locale.ROOT);
        if (Commands.FORBIDDEN.contains(name)) {
            findings.add(
                    "SPL002",
                    Level.ERROR,
                    "a hunt must not use " + name
                            + ": it writes, sends, deletes, runs code or reaches beyond the indexes",
                    token.start());
        } else if (!Commands.HARMLESS.contains(name)) {
            findings.add("SPL003", Level.WARNING, "the command " + name + " is unknown here", token.start());
        }
        if (Commands.COSTLY.contains(name)) {
            findings.add(
                    "SPL011",
                    Level.NOTE,
                    name + " is slow and silently capped; stats often does the same",
                    token.start());
        }
    }

    private void checkTimeBound(List<Token> tokens, int i) {
        Token token = tokens.get(i);
        boolean assigned = i + 1 < tokens.size() && tokens.get(i + 1).is("=");
        if (assigned
                && token.kind() == Token.Kind.WORD
                && TIME_BOUNDS.contains(token.value().toLowerCase(Locale.ROOT))) {
            findings.add(
                    "SPL008",
                    Level.NOTE,
                    token.value() + " is set in the text; the deployment sets the time range",
                    token.start());
        }
    }

    private void checkCommand(Command command) {
        if (command.name().equals("tstats")) {
            new TstatsLint(command, findings).check();
        }
        if (AGAINST_RAW_TEXT.contains(command.name())) {
            leadingWildcards(command.arguments());
        }
    }

    private void leadingWildcards(List<Token> tokens) {
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean value = tokens.get(i - 1).kind() == Token.Kind.OPERATOR
                    || tokens.get(i - 1).kind() == Token.Kind.COMMA
                    || (i > 1 && tokens.get(i - 2).is("IN"));
            if (value && token.value().length() > 1 && token.value().startsWith("*")) {
                findings.add(
                        "SPL007",
                        Level.NOTE,
                        "a value that begins with a wildcard cannot use the index",
                        token.start());
            }
        }
    }
}
