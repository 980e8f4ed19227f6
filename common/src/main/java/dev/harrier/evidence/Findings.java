package dev.harrier.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What one pass over a text collects: candidates, technique ids, and where the cue words stand. Used by one thread. */
final class Findings {
    final List<Candidate> candidates = new ArrayList<>();
    final List<Candidate> techniques = new ArrayList<>();
    private final Set<Integer> harmful = new HashSet<>();
    private int[] cueAt = new int[64];
    private byte[] cueKind = new byte[64];
    private int cues;

    void add(IndicatorType type, String value, int start, int end) {
        candidates.add(new Candidate(type, value, start, end));
    }

    void drop(IndicatorType type, String value, int start, int end, String reason) {
        candidates.add(new Candidate(type, value, start, end, reason));
    }

    /** Notes that the text itself calls what starts here malicious, in words that stand elsewhere. */
    void harmful(int start) {
        harmful.add(start);
    }

    boolean isHarmful(int start) {
        return harmful.contains(start);
    }

    void cue(Cue cue, int at) {
        if (cues == cueAt.length) {
            cueAt = Arrays.copyOf(cueAt, cues * 2);
            cueKind = Arrays.copyOf(cueKind, cues * 2);
        }
        cueAt[cues] = at;
        cueKind[cues++] = (byte) cue.ordinal();
    }

    /** The nearest cue of a kind that ends its word's start in {@code [from, to)}, or -1. Looks at no more than 64 cues. */
    int lastCue(Cue cue, int from, int to) {
        int found = Arrays.binarySearch(cueAt, 0, cues, to);
        int k = found < 0 ? -found - 2 : found - 1;
        for (int looked = 0; k >= 0 && cueAt[k] >= from && looked < 64; k--, looked++) {
            if (cueKind[k] == cue.ordinal()) {
                return cueAt[k];
            }
        }
        return -1;
    }

    boolean hasCue(Cue cue, int from, int to) {
        return lastCue(cue, from, to) >= 0;
    }

    /** All places of a cue, in order. */
    int[] placesOf(Cue cue) {
        int[] places = new int[cues];
        int count = 0;
        for (int k = 0; k < cues; k++) {
            if (cueKind[k] == cue.ordinal()) {
                places[count++] = cueAt[k];
            }
        }
        return Arrays.copyOf(places, count);
    }
}
