package dev.harrier.splunk;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;

/**
 * The name of a hunt's saved search: {@code Harrier - <title> - <first eight digits of the id>}. At most 99 characters, which is what
 * Splunk's editors accept, without characters that need care in a path.
 */
final class SavedSearchName {
    static final String PREFIX = "Harrier - ";

    private SavedSearchName() {}

    static String of(Hunt hunt) {
        String title = hunt.title()
                .replaceAll("[^\\p{L}\\p{N} ._:+(),-]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        return PREFIX + title + " - " + digits(hunt.id());
    }

    /** Whether a name is the one of this hunt: a clone keeps the marker but not the name. */
    static boolean belongsTo(String name, HuntId hunt) {
        return name.startsWith(PREFIX) && name.endsWith(" - " + digits(hunt));
    }

    private static String digits(HuntId hunt) {
        return hunt.toString().substring(0, 8);
    }
}
