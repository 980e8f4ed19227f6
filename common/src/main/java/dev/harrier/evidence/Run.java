package dev.harrier.evidence;

/**
 * Where runs of certain characters end. Remembers the last run, so that asking at every place of a long one costs one pass over it
 * and not one for each place. Used by one thread, for one text.
 */
final class Run {
    private final boolean[] members = new boolean[128];
    private final char[] text;
    private int start;
    private int end;

    Run(char[] text, String members) {
        this.text = text;
        members.chars().forEach(c -> this.members[c] = true);
    }

    /** First place at or after {@code from} that holds none of the characters, or -1 past the reach; the text's length at its end. */
    int skip(int from) {
        int last = end(from);
        boolean near = last - from < Rewriting.REACH || (last == text.length && last - from == Rewriting.REACH);
        return near ? last : -1;
    }

    private int end(int from) {
        if (from < start || from >= end) {
            start = from;
            end = from;
            while (end < text.length && text[end] < 128 && members[text[end]]) {
                end++;
            }
        }
        return end;
    }
}
