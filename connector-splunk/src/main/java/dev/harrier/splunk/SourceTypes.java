package dev.harrier.splunk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What {@code source-types.tsv} says: source types that only one operating system writes. Read once. Immutable. */
final class SourceTypes {
    private static final List<Known> KNOWN = read();

    private record Known(String product, String start, boolean whole) {
        boolean is(String type) {
            return whole ? type.equals(start) : type.startsWith(start);
        }
    }

    private SourceTypes() {}

    /** Sigma's product that alone writes a source type; empty where others may, or nobody knows. */
    static Optional<String> product(String sourceType) {
        String type = sourceType.toLowerCase(Locale.ROOT);
        return KNOWN.stream().filter(known -> known.is(type)).findFirst().map(Known::product);
    }

    private static List<Known> read() {
        try (InputStream in = SourceTypes.class.getResourceAsStream("/dev/harrier/splunk/source-types.tsv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Known(cells[0], cells[1].replace("*", ""), !cells[1].endsWith("*")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
