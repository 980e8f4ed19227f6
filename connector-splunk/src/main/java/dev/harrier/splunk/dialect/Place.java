package dev.harrier.splunk.dialect;

/** A 1-based place in a text. */
record Place(int line, int column) {
    static Place of(String text, int offset) {
        int end = Math.min(offset, text.length());
        int line = (int) text.substring(0, end).chars().filter(c -> c == '\n').count() + 1;
        return new Place(line, end - text.lastIndexOf('\n', end - 1));
    }
}
