package dev.harrier.splunk;

import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;

/**
 * The name of a hunt's saved search: {@code Harrier - <title> - <first eight digits of the id>}. At most 99 characters, which is what
 * Splunk's editors accept, without characters that need care in a path.
 */
final class SavedSearchName {
    static final String PREFIX = "Harrier - ";

    /** What is left of 99 characters beside the prefix and the id's digits. */
    private static final int LONGEST_TITLE = 99 - PREFIX.length() - 11;

    private SavedSearchName() {}

    static String of(Hunt hunt) {
        String title = hunt.title()
                .replaceAll("[^\\p{L}\\p{N} ._:+(),-]", " ")
                .replaceAll("\\s+", " ")
                .strip();
        title = title.length() <= LONGEST_TITLE ? title : cut(title).strip();
        return PREFIX + title + " - " + digits(hunt.id());
    }

    /** Whether a name is the one of this hunt: a clone keeps the marker but not the name. */
    static boolean belongsTo(String name, HuntId hunt) {
        return name.startsWith(PREFIX) && name.endsWith(" - " + digits(hunt));
    }

    /** Never between the halves of one character. */
    private static String cut(String title) {
        int end = Character.isHighSurrogate(title.charAt(LONGEST_TITLE - 1)) ? LONGEST_TITLE - 1 : LONGEST_TITLE;
        return title.substring(0, end);
    }

    private static String digits(HuntId hunt) {
        return hunt.toString().substring(0, 8);
    }
}
