package dev.harrier.evidence;

import java.util.Arrays;
import java.util.Map;

/** Looks words of a text up without making strings: open addressing; most words are told apart before they are hashed. Immutable. */
final class WordTable<V> {
    private final String[] words;
    private final Object[] values;
    private final int mask;
    /** By first and last letter, which lengths there are, as bits. */
    private final long[] lengths = new long[1024];

    WordTable(Map<String, V> entries) {
        int size = Integer.highestOneBit(Math.max(8, entries.size() * 4)) * 2;
        words = new String[size];
        values = new Object[size];
        mask = size - 1;
        entries.forEach(this::put);
    }

    static int hashStep(int hash, char lowered) {
        return hash * 31 + lowered;
    }

    private static int hashOf(String word) {
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = hashStep(hash, word.charAt(i));
        }
        return hash;
    }

    private int slot(int hash) {
        return (hash ^ hash >>> 15) & mask;
    }

    private void put(String word, V value) {
        int slot = slot(hashOf(word));
        while (words[slot] != null) {
            slot = (slot + 1) & mask;
        }
        words[slot] = word;
        values[slot] = value;
        lengths[ends(word.charAt(0), word.charAt(word.length() - 1))] |= 1L << word.length();
    }

    private static int ends(char first, char last) {
        return (first & 31) << 5 | (last & 31);
    }

    /** The value of the lower-case word that stands at {@code [start, end)}, or null. */
    V find(char[] chars, int start, int end) {
        boolean known = start < end && (lengths[ends(chars[start], chars[end - 1])] >>> (end - start) & 1) != 0;
        return known ? find(hashOf(chars, start, end), chars, start, end) : null;
    }

    private static int hashOf(char[] chars, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hashStep(hash, Characters.lower(chars[i]));
        }
        return hash;
    }

    /** The value of the lower-case word that stands at {@code [start, end)}, or null. */
    @SuppressWarnings("unchecked")
    V find(int hash, char[] chars, int start, int end) {
        int slot = slot(hash);
        while (words[slot] != null) {
            if (same(words[slot], chars, start, end)) {
                return (V) values[slot];
            }
            slot = (slot + 1) & mask;
        }
        return null;
    }

    private static boolean same(String word, char[] chars, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != Characters.lower(chars[start + i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return Arrays.stream(words).filter(w -> w != null).count() + " words";
    }
}
