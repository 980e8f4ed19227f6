package dev.harrier.evidence;

import java.util.Arrays;

/**
 * A text as written, and what becomes of it while its defanging is undone. What nobody changes is copied in long runs, and not at
 * all in a text without a change. Used by one thread.
 */
final class Rewriting {
    /** How far any reader looks ahead of a place: what keeps the cost linear. */
    static final int REACH = 24;

    final int size;
    final char[] in;
    private final String text;
    private char[] out;
    private int written;
    private int copied;
    private int[] changedAt = new int[16];
    private int[] shift = new int[16];
    private boolean[] defanged = new boolean[16];
    private int changes;
    private int lastDefanged = Integer.MIN_VALUE;

    Rewriting(String text) {
        this.text = text;
        this.size = text.length();
        this.in = text.toCharArray();
        this.out = in;
    }

    RefangedText finished() {
        copyUpTo(size);
        return new RefangedText(out, written, changedAt, shift, defanged, changes);
    }

    /** Replaces {@code [start, end)}. Returns where reading goes on. */
    int change(int start, int end, String replacement, boolean wasDefanged) {
        copyUpTo(start);
        if (out == in) {
            out = Arrays.copyOf(in, size + REACH);
        }
        makeRoom(replacement.length());
        int from = written;
        replacement.getChars(0, replacement.length(), out, written);
        written += replacement.length();
        copied = end;
        lastDefanged = wasDefanged ? start : lastDefanged;
        mark(from, start - from, wasDefanged);
        mark(written, end - written, false);
        return end;
    }

    /** Until something changes, both are the same array, and nothing is copied. */
    private void copyUpTo(int end) {
        int length = end - copied;
        if (out != in && length > 0) {
            makeRoom(length);
            System.arraycopy(in, copied, out, written, length);
        }
        written += length;
        copied = end;
    }

    /** A replacement may be longer than what it replaces: {@code hxxp:\a}. */
    private void makeRoom(int more) {
        if (written + more > out.length) {
            out = Arrays.copyOf(out, (written + more) / 2 * 3 + REACH);
        }
    }

    private void mark(int at, int by, boolean wasDefanged) {
        if (changes == changedAt.length) {
            changedAt = Arrays.copyOf(changedAt, changes * 2);
            shift = Arrays.copyOf(shift, changes * 2);
            defanged = Arrays.copyOf(defanged, changes * 2);
        }
        changedAt[changes] = at;
        shift[changes] = by;
        defanged[changes++] = wasDefanged;
    }

    /** Whether what was just written up to a place is a name or an address already: it holds a dot or an at. */
    boolean insideAName(int place) {
        copyUpTo(place);
        int k = written - 1;
        while (k >= 0 && k > written - 64 && Characters.isWord(out[k])) {
            k--;
        }
        return k >= 0 && (out[k] == '.' || out[k] == '@');
    }

    /** Whether what was just written up to a place may be a whole name or address: a dot, then a top-level domain or digits. */
    boolean endsLikeAName(int place) {
        copyUpTo(place);
        int k = written - 1;
        boolean digits = true;
        while (k >= 0 && k > written - 64 && Characters.isWord(out[k])) {
            digits &= Characters.isDigit(out[k]);
            k--;
        }
        boolean dotted = k >= 0 && out[k] == '.';
        return dotted && (digits ? dotsBefore(k) == 3 : Boolean.TRUE.equals(Suffixes.lastLabel(out, k + 1, written)));
    }

    private int dotsBefore(int last) {
        int dots = 0;
        for (int k = last; k >= 0 && k > last - 15 && (out[k] == '.' || Characters.isDigit(out[k])); k--) {
            dots += out[k] == '.' ? 1 : 0;
        }
        return dots;
    }

    /** Whether something that starts at this place or behind it was defanged, as far as was read. */
    boolean defangedSince(int place) {
        return lastDefanged >= place;
    }

    /** Whether nothing behind this place was changed, so that it still may be. */
    boolean isUntouched(int place) {
        return copied <= place;
    }

    boolean wordAt(int i) {
        return i >= 0 && i < size && Characters.isWord(in[i]);
    }

    boolean wordBefore(int i) {
        return i > 0 && Characters.isWord(in[i - 1]);
    }

    boolean startsWith(String words, int place) {
        return text.startsWith(words, place);
    }

    /** Whether the text goes on with these words, in upper or lower case. */
    boolean goesOn(int place, String words) {
        return text.regionMatches(true, place, words, 0, words.length());
    }

    String between(int start, int end) {
        return text.substring(start, end);
    }

    /** The end of the word that starts here, as far as the reach goes. */
    int wordEnd(int start) {
        int end = start;
        while (end < size && end < start + REACH && Characters.isWord(in[end])) {
            end++;
        }
        return end;
    }
}
