package dev.harrier.evidence;

import java.util.Arrays;

/**
 * An article's text with its defanging undone, and the way back: every offset here leads to the offset in the text as written.
 * Immutable after {@link Refanger} made it. Only the places that changed cost memory.
 */
final class RefangedText {
    final char[] chars;
    final int length;
    private final int[] changedAt;
    private final int[] shift;
    private final boolean[] defanged;
    private final int changes;

    RefangedText(char[] chars, int length, int[] changedAt, int[] shift, boolean[] defanged, int changes) {
        this.chars = chars;
        this.length = length;
        this.changedAt = changedAt;
        this.shift = shift;
        this.defanged = defanged;
        this.changes = changes;
    }

    char at(int offset) {
        return offset >= 0 && offset < length ? chars[offset] : '\n';
    }

    String between(int start, int end) {
        return new String(chars, start, end - start);
    }

    /** The offset in the text as written of a character here. */
    int original(int offset) {
        int change = lastChangeUpTo(offset);
        return change < 0 ? offset : offset + shift[change];
    }

    /** The end offset in the text as written of a range that ends here. */
    int originalEnd(int end) {
        return end == 0 ? original(0) : original(end - 1) + 1;
    }

    /** Whether something in the range was written defanged. */
    boolean isDefanged(int start, int end) {
        for (int change = lastChangeUpTo(end - 1); change >= 0 && changedAt[change] >= start; change--) {
            if (defanged[change]) {
                return true;
            }
        }
        return false;
    }

    private int lastChangeUpTo(int offset) {
        int found = Arrays.binarySearch(changedAt, 0, changes, offset);
        if (found < 0) {
            return -found - 2;
        }
        int last = found;
        while (last + 1 < changes && changedAt[last + 1] == offset) {
            last++;
        }
        return last;
    }

    boolean matches(int offset, String lowerCase) {
        if (offset < 0 || offset + lowerCase.length() > length) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (Characters.lower(chars[offset + i]) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
