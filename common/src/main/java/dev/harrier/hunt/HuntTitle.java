package dev.harrier.hunt;

import java.util.regex.Pattern;

/**
 * Makes titles that may be an object's name in any target: at most {@value #LONGEST} characters of printable ASCII without
 * {@code / \ [ ] "} and the other characters that a target or a shell reads as syntax.
 */
public final class HuntTitle {
    /** The longest title, in characters: what is left of Splunk's limit for a saved search's name after our prefix. */
    public static final int LONGEST = 67;

    private static final Pattern FORBIDDEN = Pattern.compile("[^0-9A-Za-z.,:;+_()#@=&' -]+");

    private static final Pattern SPACES = Pattern.compile(" {2,}");

    private HuntTitle() {}

    /** Words as a title: other characters become spaces, runs of spaces one, and what is too long is cut at a word if one is near. */
    public static String of(String words) {
        return shortened(safe(words), LONGEST);
    }

    /** The title of the n-th hunt (from 1) that would bear the same words; n = 1 is {@link #of}. */
    public static String numbered(String words, int n) {
        if (n == 1) {
            return of(words);
        }
        String suffix = " (" + n + ")";
        return shortened(safe(words), LONGEST - suffix.length()) + suffix;
    }

    /** The title of one of several hunts that share a title's clauses out among them, by its place. */
    public static String part(String words, int place, int of) {
        String suffix = " (" + place + " of " + of + ")";
        return shortened(safe(words), LONGEST - suffix.length()) + suffix;
    }

    private static String safe(String words) {
        String text = SPACES.matcher(FORBIDDEN.matcher(words).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        return text.isEmpty() ? "Untitled hunt" : text;
    }

    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int space = text.lastIndexOf(' ', longest);
        return text.substring(0, space > longest / 2 ? space : longest).strip();
    }
}
