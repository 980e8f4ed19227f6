package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.HashMap;
import java.util.Map;

/** Field names as a JSON object begins a member with them. Remembers some; for one thread. */
final class QuotedNames {
    private static final int MOST_REMEMBERED = 4096;

    private final Map<String, byte[]> known = new HashMap<>();

    /** {@code "name":} in UTF-8. */
    byte[] of(String name) {
        byte[] found = known.get(name);
        if (found == null) {
            found = quote(name);
            if (known.size() < MOST_REMEMBERED) {
                known.put(name, found);
            }
        }
        return found;
    }

    static byte[] quote(String name) {
        StringBuilder text = new StringBuilder("\"");
        JsonStringEncoder.getInstance().quoteAsString(name, text);
        return text.append("\":").toString().getBytes(UTF_8);
    }
}
