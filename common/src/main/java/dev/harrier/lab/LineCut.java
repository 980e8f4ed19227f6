package dev.harrier.lab;

/** See {@link RecordCuts#LINES}. */
final class LineCut implements RecordCut {
    @Override
    public int end(byte[] bytes, int from, int to, boolean last) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
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
