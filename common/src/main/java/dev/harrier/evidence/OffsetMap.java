package dev.harrier.evidence;

/** From offsets of the text as written to offsets of the refanged text. */
final class OffsetMap {
    private final RefangedText text;

    OffsetMap(RefangedText text) {
        this.text = text;
    }

    /** The first refanged offset that leads back to {@code original} or behind it. Cost logarithmic. */
    int refanged(int original) {
        int low = 0;
        int high = text.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (text.original(middle) < original) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
