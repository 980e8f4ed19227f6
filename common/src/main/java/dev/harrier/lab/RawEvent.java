package dev.harrier.lab;

import java.util.Arrays;
import java.util.Map;

/**
 * One event's fields as they are spelled in its record, flattened to text. Reused from event to event, so that loading makes little
 * garbage; for one thread. Fields that some reading knows have a slot, for access without hashing.
 */
final class RawEvent {
    private final Map<String, Integer> slots;
    private final int[] positionBySlot;
    private String[] names = new String[64];
    private String[] values = new String[64];
    private boolean[] used = new boolean[64];
    private int size;

    RawEvent(Map<String, Integer> slots) {
        this.slots = slots;
        this.positionBySlot = new int[slots.size()];
    }

    void clear() {
        Arrays.fill(positionBySlot, 0);
        Arrays.fill(used, 0, size, false);
        size = 0;
    }

    /** Adds a field. The first of several fields of one name counts; an equal one after it is dropped. */
    void add(String name, String value) {
        Integer slot = slots.get(name);
        if (slot != null) {
            int before = positionBySlot[slot];
            if (before != 0 && values[before - 1].equals(value)) {
                return;
            }
            if (before == 0) {
                positionBySlot[slot] = size + 1;
            }
        }
        grow();
        names[size] = name;
        values[size] = value;
        size++;
    }

    /** A slot's value and whether it was there: empty text for absent. */
    String value(int slot) {
        int position = positionBySlot[slot];
        return position == 0 ? "" : values[position - 1];
    }

    /** Says that a typed column holds this field, so that the remainder need not. */
    void use(int slot) {
        int position = positionBySlot[slot];
        if (position != 0) {
            used[position - 1] = true;
        }
    }

    /** What no column took, as a JSON object. */
    String remainder(StringBuilder buffer) {
        buffer.setLength(0);
        buffer.append('{');
        for (int i = 0; i < size; i++) {
            if (!used[i]) {
                buffer.append(buffer.length() > 1 ? "," : "");
                JsonText.quote(names[i], buffer);
                buffer.append(':');
                JsonText.quote(values[i], buffer);
            }
        }
        return buffer.append('}').toString();
    }

    private void grow() {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
            used = Arrays.copyOf(used, size * 2);
        }
    }
}
