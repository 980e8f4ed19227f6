package dev.harrier.lab;

/** The ways in which records are told apart. */
final class RecordCuts {
    /** One record per line. */
    static final RecordCut LINES = new LineCut();

    /** One record per line, but for line ends between double quotes, as in CSV. */
    static final RecordCut ROWS = RecordCuts::endOfRow;

    /** JSON values with white space or commas between them. */
    static final RecordCut ELEMENTS = new ElementCut();

    /** {@code <Event>} elements, one after the other. */
    static final RecordCut XML_EVENTS = new XmlCut();

    private RecordCuts() {}

    private static int endOfRow(byte[] bytes, int from, int to, boolean last) {
        boolean quoted = false;
        for (int i = from; i < to; i++) {
            if (bytes[i] == '"') {
                quoted = !quoted;
            } else if (bytes[i] == '\n' && !quoted) {
                return i + 1;
            }
        }
        return last ? to : RecordCut.OPEN;
    }
}
