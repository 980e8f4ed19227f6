package dev.harrier.lab;

/** See {@link RecordCuts#LINES}. */
final class LineCut implements RecordCut {
    @Override
    public int end(byte[] bytes, int from, int to, boolean last) {
        int newline = ByteScan.newline(bytes, from, to);
        if (newline < to) {
            return newline + 1;
        }
        return last ? to : OPEN;
    }

    @Override
    public int lastEnd(byte[] bytes, int from, int to, boolean last) {
        if (last) {
            return to;
        }
        int end = to;
        while (end > from && bytes[end - 1] != '\n') {
            end--;
        }
        return end > from ? end : OPEN;
    }
}
