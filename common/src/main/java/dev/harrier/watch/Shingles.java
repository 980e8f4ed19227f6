package dev.harrier.watch;

import java.util.function.LongConsumer;

/** Walks a text once and hands over the hash of each run of so many words, or of all words where there are fewer. Used once. */
final class Shingles {
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final long[] words;
    private final LongConsumer receiver;
    private long word = FNV_OFFSET;
    private boolean inWord;
    private long count;

    Shingles(int words, LongConsumer receiver) {
        this.words = new long[words];
        this.receiver = receiver;
    }

    void next(int character) {
        if (Character.isLetterOrDigit(character)) {
            word = (word ^ Character.toLowerCase(character)) * FNV_PRIME;
            inWord = true;
        } else {
            endWord();
        }
    }

    void end() {
        endWord();
        if (count > 0 && count < words.length) {
            receiver.accept(run((int) count));
        }
    }

    private void endWord() {
        if (inWord) {
            words[(int) (count % words.length)] = mixed(word);
            count++;
            word = FNV_OFFSET;
            inWord = false;
            if (count >= words.length) {
                receiver.accept(run(words.length));
            }
        }
    }

    private long run(int length) {
        long hash = FNV_OFFSET;
        for (long at = count - length; at < count; at++) {
            hash = mixed((hash ^ words[(int) (at % words.length)]) * FNV_PRIME);
        }
        return hash;
    }

    /** MurmurHash3's finaliser, so that the smallest hashes are a fair sample. */
    private static long mixed(long hash) {
        long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
