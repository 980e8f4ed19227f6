package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** Reads Azure's role permissions: actions with {@code *} for any text, and what they except. */
final class Permissions {
    private Permissions() {}

    static boolean allow(JsonNode role, String action) {
        return any(role.path("actions"), action) && !any(role.path("notActions"), action);
    }

    private static boolean any(JsonNode patterns, String action) {
        for (JsonNode pattern : patterns) {
            if (matches(pattern.asText().toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Each piece between stars as early as it comes, and the last one at the end. */
    private static boolean matches(String pattern, String text) {
        String[] pieces = pattern.split("\\*", -1);
        if (pieces.length == 1) {
            return pattern.equals(text);
        }
        int at = pieces[0].length();
        if (!text.startsWith(pieces[0])) {
            return false;
        }
        for (int i = 1; i < pieces.length - 1; i++) {
            int found = text.indexOf(pieces[i], at);
            if (found < 0) {
                return false;
            }
            at = found + pieces[i].length();
        }
        String last = pieces[pieces.length - 1];
        return text.length() - last.length() >= at && text.endsWith(last);
    }
}
