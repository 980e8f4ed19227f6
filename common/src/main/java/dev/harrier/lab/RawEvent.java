package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * One event's fields as they are spelled in its record: flattened names, and for each value where its bytes lie. Nothing is decoded
 * before somebody asks. Reused from event to event, so that loading makes little garbage; for one thread. Fields that some reading
 * knows have a slot, for access without hashing.
 */
final class RawEvent {
    /** Records with more fields are no events: Windows' widest has about a hundred. */
    static final int MOST_FIELDS = 10_000;
    /** The slot of a field that no reading knows. */
    static final int NO_SLOT = -1;

    private final Map<String, Integer> slots;
    private final int[] positionBySlot;
    private String[] names = new String[64];
    private byte[][] homes = new byte[64][];
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private Form[] forms = new Form[64];
    private int[] slotOf = new int[64];
    private JsonName[] known = new JsonName[64];
    private String[] decoded = new String[64];
    private boolean[] used = new boolean[64];
    private int size;

    /** How a value is written. */
    enum Form {
        /** A JSON string, quotes included. */
        JSON_STRING,
        /** The same, without escapes. */
        JSON_PLAIN_STRING,
        /** Any other JSON value: a number, a truth, an array, an object too deep to flatten. */
        JSON_OTHER,
        /** The text itself. */
        TEXT
    }

    RawEvent(Map<String, Integer> slots) {
        this.slots = slots;
        this.positionBySlot = new int[slots.size()];
    }

    void clear() {
        for (int i = 0; i < size; i++) {
            if (slotOf[i] != NO_SLOT) {
                positionBySlot[slotOf[i]] = 0;
            }
        }
        forget(0);
    }

    int size() {
        return size;
    }

    /**
     * Adds a field. The first of several fields of one name counts; an equal one after it is dropped.
     *
     * @return whether there was room
     */
    boolean add(String name, byte[] home, int start, int end, Form form) {
        return add(name, null, slots.getOrDefault(name, NO_SLOT), home, start, end, form);
    }

    /** The same, for a name whose slot is known. */
    boolean add(JsonName name, byte[] home, int start, int end, Form form) {
        return add(name.text(), name, name.slot(), home, start, end, form);
    }

    private boolean add(String name, JsonName json, int slot, byte[] home, int start, int end, Form form) {
        if (slot != NO_SLOT && isRepeated(slot, home, start, end)) {
            return true;
        }
        if (size == MOST_FIELDS) {
            return false;
        }
        grow();
        if (slot != NO_SLOT && positionBySlot[slot] == 0) {
            positionBySlot[slot] = size + 1;
        }
        names[size] = name;
        known[size] = json == null || name.length() > JsonNames.LONGEST_KNOWN ? null : json;
        slotOf[size] = slot;
        homes[size] = home;
        starts[size] = start;
        ends[size] = end;
        forms[size] = form;
        size++;
        return true;
    }

    /** The names of all fields. */
    Set<String> names() {
        return new HashSet<>(Arrays.asList(names).subList(0, size));
    }

    /** Forgets the fields after so many. */
    void shrink(int fewer) {
        for (int i = 0; i < positionBySlot.length; i++) {
            positionBySlot[i] = positionBySlot[i] > fewer ? 0 : positionBySlot[i];
        }
        forget(fewer);
    }

    /** Nothing of a record stays, as a record may be large, and an event is kept for many. */
    private void forget(int fewer) {
        Arrays.fill(used, fewer, size, false);
        Arrays.fill(decoded, fewer, size, null);
        Arrays.fill(names, fewer, size, null);
        Arrays.fill(known, fewer, size, null);
        Arrays.fill(homes, fewer, size, null);
        size = fewer;
    }

    /** Adds a text. */
    boolean add(String name, String text) {
        byte[] bytes = text.getBytes(UTF_8);
        return add(name, bytes, 0, bytes.length, Form.TEXT);
    }

    private boolean isRepeated(int slot, byte[] home, int start, int end) {
        int before = positionBySlot[slot] - 1;
        return before >= 0 && Arrays.equals(homes[before], starts[before], ends[before], home, start, end);
    }

    /** A slot's value: empty text for absent. */
    String value(int slot) {
        int position = positionBySlot[slot] - 1;
        if (position < 0) {
            return "";
        }
        if (decoded[position] == null) {
            decoded[position] = decode(position);
        }
        return decoded[position];
    }

    private String decode(int position) {
        ByteText text = new ByteText(ends[position] - starts[position]);
        copy(position, text);
        return text.toString();
    }

    /** Adds a slot's value to a text; nothing for absent. */
    void copyTo(int slot, ByteText to) {
        int position = positionBySlot[slot] - 1;
        if (position >= 0) {
            copy(position, to);
        }
    }

    private void copy(int position, ByteText to) {
        switch (forms[position]) {
            case JSON_STRING -> to.addJsonString(homes[position], starts[position] + 1, ends[position] - 1);
            case JSON_PLAIN_STRING -> to.add(homes[position], starts[position] + 1, ends[position] - 1);
            case JSON_OTHER, TEXT -> to.add(homes[position], starts[position], ends[position]);
        }
    }

    /** Says that a typed column holds this field, so that the remainder need not. */
    void use(int slot) {
        int position = positionBySlot[slot];
        if (position != 0) {
            used[position - 1] = true;
        }
    }

    /** Adds what no column took, as a JSON object with the record's own values. */
    void remainderTo(ByteText to, QuotedNames quoted) {
        to.add((byte) '{');
        boolean first = true;
        for (int i = 0; i < size; i++) {
            if (!used[i]) {
                if (!first) {
                    to.add((byte) ',');
                }
                first = false;
                to.add(known[i] == null ? quoted.of(names[i]) : known[i].beginning());
                remaining(i, to);
            }
        }
        to.add((byte) '}');
    }

    private void remaining(int position, ByteText to) {
        if (forms[position] == Form.TEXT) {
            to.addQuoted(homes[position], starts[position], ends[position]);
        } else {
            to.add(homes[position], starts[position], ends[position]);
        }
    }

    private void grow() {
        if (size == names.length) {
            int more = size * 2;
            names = Arrays.copyOf(names, more);
            homes = Arrays.copyOf(homes, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
            forms = Arrays.copyOf(forms, more);
            slotOf = Arrays.copyOf(slotOf, more);
            known = Arrays.copyOf(known, more);
            decoded = Arrays.copyOf(decoded, more);
            used = Arrays.copyOf(used, more);
        }
    }
}
