package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Member names by their bytes, so that a name that came before costs no text. For one thread. */
final class JsonNames {
    /** So that what is remembered stays below a few megabytes. */
    static final int LONGEST_KNOWN = 256;

    private final EventSources sources;
    private final KnownBytes<JsonName> known = new KnownBytes<>(1 << 11);
    private final ByteText whole = new ByteText(128);

    JsonNames(EventSources sources) {
        this.sources = sources;
    }

    /** The name that these bytes are, in UTF-8 and without escapes. */
    JsonName of(byte[] record, int from, int to) {
        JsonName name = known.get(record, from, to);
        if (name == null) {
            name = new JsonName(new String(record, from, to - from, UTF_8), sources);
            if (to - from <= LONGEST_KNOWN) {
                known.put(Arrays.copyOfRange(record, from, to), name);
            }
        }
        return name;
    }

    /** The same, of a member of an object that is a member itself. */
    JsonName of(String prefix, byte[] record, int from, int to) {
        whole.clear();
        whole.add(prefix);
        whole.add(record, from, to);
        return of(whole.bytes(), 0, whole.length());
    }
}
