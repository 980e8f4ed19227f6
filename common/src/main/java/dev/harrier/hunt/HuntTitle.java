package dev.harrier.hunt;

import java.util.regex.Matcher;
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

    /** What stands for the rest: an ellipsis is no ASCII. */
    private static final String MORE = "...";

    private static final Pattern PHRASE_END = Pattern.compile("[,;:.](?= )| (?=- |\\()");
    private static final Pattern LEANING = Pattern.compile(
            "(?i)(?: (?:an?|and|as|at|behind|by|for|from|his|how|in|into|is|its|of|on|or|over|that|the|their|this|through|to|under|using|via|when|which|who|with|your))+$");

    private HuntTitle() {}

    /** Words as a title: other characters become spaces, runs of spaces one; what is too long is cut where a phrase or a word ends. */
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
        return text.length() <= longest ? text : cut(text, longest - MORE.length()) + MORE;
    }

    /** At the end of the last phrase if that leaves most of it, else at a word that doesn't lean on the next one. */
    private static String cut(String text, int longest) {
        Matcher phrases = PHRASE_END.matcher(text).region(longest * 2 / 3, longest + 1);
        int phrase = 0;
        while (phrases.find()) {
            phrase = phrases.start();
        }
        return phrase > 0 ? text.substring(0, phrase).strip() : atWord(text, longest);
    }

    private static String atWord(String text, int longest) {
        int space = text.lastIndexOf(' ', longest);
        String words = text.substring(0, space > longest / 2 ? space : longest).strip();
        Matcher leaning = LEANING.matcher(words);
        boolean leans = leaning.find() && leaning.start() > longest / 2;
        return (leans ? words.substring(0, leaning.start()) : words).replaceAll("[ ,:;(&=+-]+$", "");
    }
}
