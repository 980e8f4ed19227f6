package dev.harrier.splunk.dialect;

import java.util.regex.Pattern;

/** How a field is named: quoted where its name could be read as something else. Names come from rules, values never get here. */
final class FieldName {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z_@][A-Za-z0-9_.:@{}/# -]*");
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.]*");
    private static final Pattern PLAIN_IN_EVAL = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private FieldName() {}

    /**
     * The name, as it is.
     *
     * @throws Unsayable if no quotes hold it
     */
    static String checked(String name) {
        if (!ALLOWED.matcher(name).matches()) {
            throw new Unsayable("no field of Splunk can be called " + name);
        }
        return name;
    }

    /** In a search term or a list of fields: double quotes (Search Reference, "Field names"). */
    static String inTerm(String name) {
        return PLAIN.matcher(name).matches() ? name : '"' + checked(name) + '"';
    }

    /** In an eval expression: single quotes, also for a dot, which joins texts there (Search Reference, "eval: Field names"). */
    static String inEval(String name) {
        return PLAIN_IN_EVAL.matcher(name).matches() ? name : '\'' + checked(name) + '\'';
    }
}
