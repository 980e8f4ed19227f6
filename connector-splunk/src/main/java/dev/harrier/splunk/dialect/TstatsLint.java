package dev.harrier.splunk.dialect;

import dev.harrier.dialect.LintFinding.Level;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks one {@code tstats} against CIM. */
record TstatsLint(Command command, Findings findings) {
    private static final Pattern FIELD = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\.([A-Za-z0-9_]+)");

    void check() {
        dataset().ifPresent(this::checkAgainst);
    }

    private Optional<Token> dataset() {
        List<Token> tokens = command.arguments();
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("datamodel") && tokens.get(i + 1).is("=")) {
                return Optional.of(tokens.get(i + 2));
            }
        }
        return Optional.empty();
    }

    private void checkAgainst(Token name) {
        checkOptions();
        if (CimSchema.hasDataset(name.value())) {
            checkFields(name.value());
        } else if (!CimSchema.hasModel(name.value())) {
            findings.add("SPL004", Level.ERROR, "CIM has no dataset " + name.value(), name.start());
        }
    }

    private void checkFields(String dataset) {
        List<Token> tokens = command.arguments();
        for (int i = 0; i < tokens.size(); i++) {
            Matcher matcher = FIELD.matcher(tokens.get(i).value());
            boolean value = i > 0 && isBeforeValue(tokens.get(i - 1));
            if (tokens.get(i).kind() == Token.Kind.WORD && !value && matcher.matches()) {
                checkField(
                        dataset,
                        matcher.group(1),
                        matcher.group(2),
                        tokens.get(i).start());
            }
        }
    }

    private static boolean isBeforeValue(Token token) {
        return token.kind() == Token.Kind.OPERATOR || token.is("as");
    }

    private void checkField(String dataset, String prefix, String field, int offset) {
        if (CimSchema.hasPrefix(dataset, prefix) && !CimSchema.hasField(dataset, field)) {
            findings.add("SPL005", Level.ERROR, dataset + " has no field " + field, offset);
        }
    }

    private void checkOptions() {
        List<Token> tokens = command.arguments();
        boolean macro = tokens.stream().anyMatch(t -> t.kind() == Token.Kind.MACRO);
        if (!macro && tokens.stream().noneMatch(t -> t.is("summariesonly"))) {
            findings.add(
                    "SPL009",
                    Level.WARNING,
                    "say summariesonly=true or false: the default differs by site",
                    command.start());
        }
        boolean grouped = tokens.stream().anyMatch(t -> t.is("by"));
        if (!macro && grouped && tokens.stream().noneMatch(t -> t.is("fillnull_value"))) {
            findings.add(
                    "SPL010",
                    Level.WARNING,
                    "without fillnull_value, rows with an absent field are dropped",
                    command.start());
        }
    }
}
