package dev.harrier.splunk.dialect;

import dev.harrier.dialect.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what each pipe leads into, at any depth: in subsearches, in {@code appendpipe} and {@code foreach}, and in macros' arguments. */
final class CommandNames {
    private static final Pattern PIPED = Pattern.compile("(?:^|[|\\[\"(,])\\s*\\|?\\s*([A-Za-z_]+)");
    private static final Set<String> ELSEWHERE = Set.of("inputlookup", "inputcsv", "loadjob", "savedsearch", "lookup");

    private final List<Token> tokens;
    private final boolean macros;
    private final Findings findings;
    private int streaming = -1;

    CommandNames(List<Token> tokens, boolean macros, Findings findings) {
        this.tokens = tokens;
        this.macros = macros;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("multisearch")) {
                streaming = i;
            }
            if (token.kind() == Token.Kind.MACRO) {
                macro(token);
            }
            if (token.kind() == Token.Kind.WORD && i > 0) {
                word(token, tokens.get(i - 1).kind());
            }
            if (token.kind() == Token.Kind.OPEN_SUBSEARCH && !isStreamed(i)) {
                findings.add(
                        SplCheck.SPL015, "a subsearch stops at 10,000 rows or 60 seconds, silently", token.start());
            }
        }
    }

    /** The searches of {@code multisearch} stream, and have no limit; one stands behind its word or another's end. */
    private boolean isStreamed(int at) {
        return streaming >= 0 && (at == streaming + 1 || tokens.get(at - 1).kind() == Token.Kind.CLOSE_SUBSEARCH);
    }

    /** After a pipe stands a command; at the start of brackets too, where {@code search} may not be left out. */
    private void word(Token token, Token.Kind before) {
        if (before == Token.Kind.PIPE) {
            command(token);
        } else if (before == Token.Kind.OPEN_SUBSEARCH && Commands.FORBIDDEN.contains(SplLinter.lower(token))) {
            forbidden(SplLinter.lower(token), token.start());
        }
    }

    private void command(Token token) {
        String name = SplLinter.lower(token);
        if (Commands.FORBIDDEN.contains(name)) {
            forbidden(name, token.start());
        } else if (!Commands.HARMLESS.contains(name)) {
            findings.add(
                    SplCheck.SPL003,
                    "the command " + name + " is unknown here" + NearestName.words(name, Commands.HARMLESS),
                    token.start());
        }
        if (Commands.COSTLY.contains(name)) {
            findings.add(
                    SplCheck.SPL011, name + " is slow and silently capped; stats often does the same", token.start());
        }
        if (ELSEWHERE.contains(name)) {
            findings.add(SplCheck.SPL016, name + " depends on what the target may not have", token.start());
        }
    }

    private void forbidden(String name, int offset) {
        findings.add(
                SplCheck.SPL002,
                "a hunt must not use " + name + ": it writes, sends, deletes, runs code or reaches beyond the indexes",
                offset);
    }

    private void macro(Token token) {
        if (!macros) {
            findings.add(
                    SplCheck.SPL006,
                    "the macro `" + token.value() + "` may not exist on the target; inline it, or set macros=true",
                    token.start());
        }
        int arguments = token.value().indexOf('(');
        if (arguments >= 0) {
            Matcher matcher =
                    PIPED.matcher(token.value()).region(arguments, token.value().length());
            while (matcher.find()) {
                String name = matcher.group(1).toLowerCase(Locale.ROOT);
                if (Commands.FORBIDDEN.contains(name)) {
                    forbidden(name, token.start() + 1 + matcher.start(1));
                }
            }
        }
    }
}
