package dev.harrier.lab;

/** See {@link RecordCuts#ELEMENTS}. Separators belong to the value behind them; an array's closing bracket is a record of its own. */
final class ElementCut implements RecordCut {
    @Override
    public int end(byte[] bytes, int from, int to, boolean last) {
        int start = start(bytes, from, to);
        int end = start == to ? OPEN : endOfValue(bytes, start, to);
        return end == OPEN && last ? to : end;
    }

    /** Where the first value begins; the end if there is none. */
    static int start(byte[] bytes, int from, int to) {
        int start = from;
        while (start < to && (isSpace(bytes[start]) || bytes[start] == ',')) {
            start++;
        }
        return start;
    }

    private static int endOfValue(byte[] bytes, int start, int to) {
        return switch (bytes[start]) {
            case '{', '[' -> endOfContainer(bytes, start, to);
            case '"' -> endOfText(bytes, start, to);
            case '}', ']' -> start + 1;
            default -> endOfWord(bytes, start, to);
        };
    }

    private static int endOfContainer(byte[] bytes, int start, int to) {
        int depth = 0;
        for (int i = start; i < to; i++) {
            byte next = bytes[i];
            if (next == '"') {
                int end = endOfText(bytes, i, to);
                if (end == OPEN) {
                    return OPEN;
                }
                i = end - 1;
            } else if (next == '{' || next == '[') {
                depth++;
            } else if ((next == '}' || next == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return OPEN;
    }

    private static int endOfText(byte[] bytes, int start, int to) {
        for (int i = start + 1; i < to; i++) {
            if (bytes[i] == '\\') {
                i++;
            } else if (bytes[i] == '"') {
                return i + 1;
            }
        }
        return OPEN;
    }

    private static int endOfWord(byte[] bytes, int start, int to) {
        for (int i = start; i < to; i++) {
            byte next = bytes[i];
            boolean other = next == '{' || next == '[' || next == '"';
            if (isSpace(next) || next == ',' || next == ']' || next == '}' || (other && i > start)) {
                return i;
            }
        }
        return OPEN;
    }

    private static boolean isSpace(byte next) {
        return next == ' ' || next == '\n' || next == '\r' || next == '\t';
    }
}
