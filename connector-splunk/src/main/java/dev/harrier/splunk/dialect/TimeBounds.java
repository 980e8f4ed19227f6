package dev.harrier.splunk.dialect;

import java.util.List;
import java.util.Set;

/** Finds time bounds in the text, which override those of the deployment. */
final class TimeBounds {
    private static final Set<String> NAMES = Set.of(
            "earliest",
            "latest",
            "_index_earliest",
            "_index_latest",
            "index_earliest",
            "index_latest",
            "starttime",
            "endtime",
            "startdaysago",
            "starthoursago",
            "startminutesago",
            "enddaysago",
            "endhoursago",
            "endminutesago");
    private static final Set<String> EARLIEST = Set.of("earliest", "_index_earliest", "index_earliest");
    private static final Set<String> EVER = Set.of("0", "1", "-0", "alltime");

    private final List<Token> tokens;
    private final Findings findings;

    TimeBounds(List<Token> tokens, Findings findings) {
        this.tokens = tokens;
        this.findings = findings;
    }

    void check() {
        for (int i = 0; i + 2 < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.WORD
                    && tokens.get(i + 1).is("=")
                    && NAMES.contains(SplLinter.lower(token))
                    && !isEval(i)) {
                bound(token, tokens.get(i + 2));
            }
        }
    }

    /** {@code eval earliest=…} names a field. */
    private boolean isEval(int i) {
        return i > 0 && (tokens.get(i - 1).is("eval") || tokens.get(i - 1).kind() == Token.Kind.COMMA);
    }

    private void bound(Token token, Token value) {
        boolean ever = EARLIEST.contains(SplLinter.lower(token)) && EVER.contains(SplLinter.lower(value));
        if (ever) {
            findings.add(
                    SplCheck.SPL013,
                    token.value() + "=" + value.value() + " reads all that was ever kept",
                    token.start());
        } else {
            findings.add(
                    SplCheck.SPL008,
                    token.value() + " is set in the text; the deployment sets the time range",
                    token.start());
        }
    }
}
