package dev.harrier.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Counts what {@link CountedCode} lets report here: passes of loops, calls, characters that were copied or searched. Not the time that
 * they take: the same code on the same text gives the same number, on every machine. Used by one thread.
 */
public final class Work {
    private static long steps;

    private Work() {}

    /** What was counted since the last call. */
    public static long taken() {
        long taken = steps;
        steps = 0;
        return taken;
    }

    /** A call or a pass. */
    public static void step() {
        steps++;
    }

    /** So many characters or slots, copied or cleared. */
    public static void add(int count) {
        steps += count;
    }

    /** A string that was made. */
    public static void made(String made) {
        steps += made == null ? 0 : made.length();
    }

    /** As {@link String#indexOf(int)}. */
    public static int indexOf(String text, int c) {
        return forward(text, 0, text.indexOf(c));
    }

    /** As {@link String#indexOf(int, int)}. */
    public static int indexOf(String text, int c, int from) {
        return forward(text, from, text.indexOf(c, from));
    }

    /** As {@link String#indexOf(String)}. */
    public static int indexOf(String text, String words) {
        return forward(text, 0, text.indexOf(words));
    }

    /** As {@link String#indexOf(String, int)}. */
    public static int indexOf(String text, String words, int from) {
        return forward(text, from, text.indexOf(words, from));
    }

    /** As {@link String#lastIndexOf(int)}. */
    public static int lastIndexOf(String text, int c) {
        return backward(text.length(), text.lastIndexOf(c));
    }

    /** As {@link String#lastIndexOf(int, int)}. */
    public static int lastIndexOf(String text, int c, int from) {
        return backward(from, text.lastIndexOf(c, from));
    }

    /** As {@link String#lastIndexOf(String)}. */
    public static int lastIndexOf(String text, String words) {
        return backward(text.length(), text.lastIndexOf(words));
    }

    /** As {@link String#lastIndexOf(String, int)}. */
    public static int lastIndexOf(String text, String words, int from) {
        return backward(from, text.lastIndexOf(words, from));
    }

    /** As {@link String#contains(CharSequence)}. */
    public static boolean contains(String text, CharSequence words) {
        return indexOf(text, words.toString()) >= 0;
    }

    /** As {@link Pattern#matcher(CharSequence)}, and each character that it looks at counts. */
    public static Matcher matcher(Pattern pattern, CharSequence text) {
        return pattern.matcher(new Watched(text));
    }

    private static int forward(String text, int from, int found) {
        steps += Math.max(0, (found < 0 ? text.length() : found) - from) + 1;
        return found;
    }

    private static int backward(int from, int found) {
        steps += Math.max(0, from - found) + 1;
        return found;
    }

    private record Watched(CharSequence text) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            steps++;
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            steps += end - start;
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
