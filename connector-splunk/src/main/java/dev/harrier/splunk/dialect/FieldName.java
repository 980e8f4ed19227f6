package dev.harrier.splunk.dialect;

import java.util.regex.Pattern;

/** How a field is named: quoted where its name could be read as something else. Names come from rules, values never get here. */
final class FieldName {
    private static final Pattern ALLOWED = Pattern.compile("[A-Za-z_@][A-Za-z0-9_.:@{}/# -]*");

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

    private static boolean isPlain(String name, char further) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean first = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
            if (!first && (i == 0 || !((c >= '0' && c <= '9') || c == further))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    /** In a search term or a list of fields: double quotes (Search Reference, "Field names"). */
    static String inTerm(String name) {
        return isPlain(name, '.') ? name : '"' + checked(name) + '"';
    }

    /** In an eval expression: single quotes, also for a dot, which joins texts there (Search Reference, "eval: Field names"). */
    static String inEval(String name) {
        return isPlain(name, '_') ? name : '\'' + checked(name) + '\'';
    }
}
