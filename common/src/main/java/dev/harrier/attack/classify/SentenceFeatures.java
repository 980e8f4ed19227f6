package dev.harrier.attack.classify;

import java.util.Arrays;
import java.util.Locale;

/**
 * A sentence as a bag of 32-bit hashes: its words, its pairs of neighbouring words, and every piece of 3 to 5 characters of a word with
 * a blank on either side. Time is linear in the sentence's length. What is hashed, and how, is part of the weights' format.
 */
final class SentenceFeatures {
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final int FNV_BASIS = 0x811c9dc5;
    private static final int FNV_PRIME = 0x01000193;
    private static final int WORD = 0x1b873593;
    private static final int PIECE = 0x5bd1e995;

    private final String text;
    private int[] found = new int[256];
    private int size;

    private SentenceFeatures(String text) {
        this.text = text.toLowerCase(Locale.ROOT);
    }

    /** The hashes of a sentence, sorted; one that occurs twice stands there twice. */
    static int[] of(String sentence) {
        SentenceFeatures features = new SentenceFeatures(sentence);
        features.readWords();
        int[] sorted = Arrays.copyOf(features.found, features.size);
        Arrays.sort(sorted);
        return sorted;
    }

    private void readWords() {
        int before = 0;
        for (int start = nextWord(0); start < text.length(); ) {
            int end = endOfWord(start);
            int word = hash(FNV_BASIS, start, end);
            add(word ^ WORD);
            if (before != 0) {
                add(hash(before * FNV_PRIME, start, end) ^ WORD);
            }
            addPieces(start, end);
            before = word;
            start = nextWord(end);
        }
    }

    private int nextWord(int from) {
        int start = from;
        while (start < text.length() && !isWord(start)) {
            start++;
        }
        return start;
    }

    private int endOfWord(int start) {
        int end = start;
        while (end < text.length() && isWord(end)) {
            end++;
        }
        return end;
    }

    private boolean isWord(int offset) {
        char c = text.charAt(offset);
        return Character.isLetterOrDigit(c) || c == '_';
    }

    private int hash(int basis, int start, int end) {
        int hash = basis;
        for (int i = start; i < end; i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return hash;
    }

    /** The blanks stand one before the word's start and one at its end. */
    private void addPieces(int start, int end) {
        for (int from = start - 1; from <= end - SHORTEST + 1; from++) {
            int hash = FNV_BASIS;
            for (int at = from; at <= end && at - from < LONGEST; at++) {
                hash = (hash ^ (at < start || at == end ? ' ' : text.charAt(at))) * FNV_PRIME;
                if (at - from + 1 >= SHORTEST) {
                    add(hash ^ PIECE);
                }
            }
        }
    }

    private void add(int hash) {
        if (size == found.length) {
            found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = mixed(hash);
    }

    /** Spreads near hashes apart: murmur's finish. */
    private static int mixed(int hash) {
        int spread = (hash ^ hash >>> 16) * 0x85ebca6b;
        spread = (spread ^ spread >>> 13) * 0xc2b2ae35;
        return spread ^ spread >>> 16;
    }
}
