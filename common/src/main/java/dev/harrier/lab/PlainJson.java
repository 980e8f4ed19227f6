package dev.harrier.lab;

import dev.harrier.lab.RawEvent.Form;

/**
 * Reads JSON objects as {@link JsonRecords} does, in one pass and without making texts, as long as there is nothing unusual in them:
 * broken JSON, escapes in names, texts that are objects, deep nesting and long numbers are left to Jackson, which also says what is
 * wrong. For one thread.
 */
final class PlainJson {
    private static final int UNUSUAL = -1;
    private static final int DEEPEST = 16;
    private static final int LONGEST_NAME = 1000;
    private static final int LONGEST_NUMBER = 100;

    private final JsonNames names;
    private byte[] bytes = new byte[0];
    private int to;
    private boolean escaped;
    private RawEvent event;

    PlainJson(EventSources sources) {
        this.names = new JsonNames(sources);
        this.event = sources.newEvent();
    }

    /**
     * Reads an object's members into an empty event.
     *
     * @param record valid UTF-8
     * @return false if there is something unusual; what is in the event then means nothing
     */
    boolean read(byte[] record, int from, int end, RawEvent into) {
        bytes = record;
        to = end;
        event = into;
        int at = space(from);
        if (at == to || bytes[at] != '{') {
            return false;
        }
        at = members(at + 1, "", 0);
        return at != UNUSUAL && space(at) == to;
    }

    /** From behind an object's brace to behind its last. */
    private int members(int from, String prefix, int depth) {
        int at = space(from);
        if (is('}', at)) {
            return at + 1;
        }
        while (is('"', at)) {
            int end = ByteScan.special(bytes, at + 1, to);
            int colon = is('"', end) && end - at < LONGEST_NAME ? space(end + 1) : to;
            if (!is(':', colon)) {
                return UNUSUAL;
            }
            at = member(name(at + 1, end, prefix), prefix.isEmpty(), space(colon + 1), depth);
            at = at == UNUSUAL ? UNUSUAL : space(at);
            if (is('}', at)) {
                return at + 1;
            }
            at = is(',', at) ? space(at + 1) : UNUSUAL;
        }
        return UNUSUAL;
    }

    private JsonName name(int from, int end, String prefix) {
        return prefix.isEmpty() ? names.of(bytes, from, end) : names.of(prefix, bytes, from, end);
    }

    private int member(JsonName name, boolean outermost, int at, int depth) {
        if (outermost && name.skipped()) {
            return name.xml() && is('"', at) && (is('<', at + 1) || is('\\', at + 1)) ? UNUSUAL : value(at, depth);
        }
        if (is('{', at)) {
            String inner = outermost && name.flattened() ? "" : name.text() + ".";
            return depth == DEEPEST ? UNUSUAL : members(at + 1, inner, depth + 1);
        }
        int end = value(at, depth);
        if (end == UNUSUAL || bytes[at] == 'n') {
            return end;
        }
        boolean text = bytes[at] == '"';
        boolean maybeObject = text && name.embedded() && (bytes[at + 1] == '{' || bytes[at + 1] == '\\');
        boolean added = !maybeObject && event.add(name, bytes, at, end, text ? textForm() : Form.JSON_OTHER);
        return added ? end : UNUSUAL;
    }

    /** Of the text that was read last. */
    private Form textForm() {
        return escaped ? Form.JSON_STRING : Form.JSON_PLAIN_STRING;
    }

    /** From a value's first byte to behind its last. */
    private int value(int at, int depth) {
        if (at < 0 || at >= to) {
            return UNUSUAL;
        }
        return switch (bytes[at]) {
            case '"' -> text(at + 1);
            case '{' -> container(at + 1, '}', depth);
            case '[' -> container(at + 1, ']', depth);
            case 't' -> word(at, "true");
            case 'f' -> word(at, "false");
            case 'n' -> word(at, "null");
            default -> number(at);
        };
    }

    /** Skips an array, or an object that nobody looks into. */
    private int container(int from, char closing, int depth) {
        int at = space(from);
        if (is(closing, at)) {
            return at + 1;
        }
        while (depth < DEEPEST && at != UNUSUAL) {
            at = closing == '}' ? label(at) : at;
            at = value(at, depth + 1);
            at = at == UNUSUAL ? UNUSUAL : space(at);
            if (is(closing, at)) {
                return at + 1;
            }
            at = is(',', at) ? space(at + 1) : UNUSUAL;
        }
        return UNUSUAL;
    }

    /** From a member's name to its value. */
    private int label(int at) {
        int end = is('"', at) ? ByteScan.special(bytes, at + 1, to) : to;
        int colon = is('"', end) && end - at < LONGEST_NAME ? space(end + 1) : to;
        return is(':', colon) ? space(colon + 1) : UNUSUAL;
    }

    private int text(int from) {
        int at = ByteScan.special(bytes, from, to);
        escaped = is('\\', at);
        while (is('\\', at)) {
            at = escape(at + 1);
            at = at == UNUSUAL ? to : ByteScan.special(bytes, at, to);
        }
        return is('"', at) ? at + 1 : UNUSUAL;
    }

    private int escape(int at) {
        if (at >= to) {
            return UNUSUAL;
        }
        return switch (bytes[at]) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> at + 1;
            case 'u' -> code(at + 1);
            default -> UNUSUAL;
        };
    }

    private int code(int at) {
        int end = at + 4;
        for (int i = at; i < end; i++) {
            if (i >= to || Character.digit(bytes[i], 16) < 0) {
                return UNUSUAL;
            }
        }
        return end;
    }

    private int word(int at, String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!is(word.charAt(i), at + i)) {
                return UNUSUAL;
            }
        }
        return ended(at + word.length());
    }

    private int number(int from) {
        int start = is('-', from) ? from + 1 : from;
        int at = digits(start);
        if (at == start || (bytes[start] == '0' && at > start + 1)) {
            return UNUSUAL;
        }
        if (is('.', at)) {
            int fraction = at + 1;
            at = digits(fraction);
            if (at == fraction) {
                return UNUSUAL;
            }
        }
        return at - from > LONGEST_NUMBER ? UNUSUAL : ended(at);
    }

    private int digits(int from) {
        int at = from;
        while (at < to && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at;
    }

    /** A number with an exponent goes on here, and so does what is no JSON. */
    private int ended(int at) {
        return is(',', at) || is('}', at) || is(']', at) || (at < to && isSpace(bytes[at])) ? at : UNUSUAL;
    }

    private boolean is(char wanted, int at) {
        return at >= 0 && at < to && bytes[at] == wanted;
    }

    private int space(int from) {
        int at = from;
        while (at < to && isSpace(bytes[at])) {
            at++;
        }
        return at;
    }

    private static boolean isSpace(byte next) {
        return next == ' ' || next == '\t' || next == '\n' || next == '\r';
    }
}
