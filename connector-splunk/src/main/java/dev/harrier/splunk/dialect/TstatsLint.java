package dev.harrier.splunk.dialect;

import dev.harrier.dialect.NearestName;
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
            String near = NearestName.words(name.value(), CimSchema.datasets());
            findings.add(SplCheck.SPL004, "CIM has no dataset " + name.value() + near, name.start());
        }
    }

    private void checkFields(String dataset) {
        List<Token> tokens = command.arguments();
        boolean grouping = false;
        for (int i = 0; i < tokens.size(); i++) {
            grouping |= tokens.get(i).is("by");
            Matcher matcher = FIELD.matcher(tokens.get(i).value());
            boolean value = i > 0 && isBeforeValue(tokens.get(i - 1));
            if (tokens.get(i).kind() == Token.Kind.WORD && !value && matcher.matches()) {
                boolean surely = grouping || (i + 1 < tokens.size() && isComparison(tokens.get(i + 1)));
                checkField(dataset, matcher, surely, tokens.get(i).start());
            }
        }
    }

    private static boolean isComparison(Token token) {
        return token.kind() == Token.Kind.OPERATOR || token.is("IN");
    }

    private static boolean isBeforeValue(Token token) {
        return token.kind() == Token.Kind.OPERATOR || token.is("as");
    }

    /** {@code surely}: a dotted word in a list of values may be a file's name, one before an operator can't. */
    private void checkField(String dataset, Matcher name, boolean surely, int offset) {
        String field = name.group(2);
        if (!CimSchema.hasPrefix(dataset, name.group(1))) {
            if (surely) {
                String own = dataset.substring(dataset.lastIndexOf('.') + 1);
                String message = name.group() + " is no field of " + dataset + ": its fields begin with " + own + ".";
                findings.add(SplCheck.SPL017, message, offset);
            }
        } else if (!CimSchema.hasField(dataset, field)) {
            String near = NearestName.words(field, CimSchema.fields(dataset));
            findings.add(SplCheck.SPL005, dataset + " has no field " + field + near, offset);
        }
    }

    private void checkOptions() {
        List<Token> tokens = command.arguments();
        boolean macro = tokens.stream().anyMatch(t -> t.kind() == Token.Kind.MACRO);
        if (!macro && tokens.stream().noneMatch(t -> t.is("summariesonly"))) {
            findings.add(
                    SplCheck.SPL009, "say summariesonly=true or false: the default differs by site", command.start());
        }
        boolean grouped = tokens.stream().anyMatch(t -> t.is("by"));
        if (!macro && grouped && tokens.stream().noneMatch(t -> t.is("fillnull_value"))) {
            findings.add(
                    SplCheck.SPL010, "without fillnull_value, rows with an absent field are dropped", command.start());
        }
    }
}
