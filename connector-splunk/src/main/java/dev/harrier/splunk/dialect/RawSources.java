package dev.harrier.splunk.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.dialect.OtherEvents;
import dev.harrier.hunt.LogSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What {@code raw-sources.tsv} says: where the raw events of a log source are, as search terms. Read once. Immutable. */
final class RawSources {
    private static final Map<LogSource, String> TERMS = read();

    private RawSources() {}

    /** Empty where nobody knows it. */
    static Optional<String> terms(LogSource source) {
        return Optional.ofNullable(TERMS.get(source));
    }

    /** What the lab calls the log sources whose terms a command holds; empty if it holds none. */
    static Set<String> named(String command) {
        return TERMS.entrySet().stream()
                .filter(terms -> command.contains(terms.getValue()))
                .map(terms -> OtherEvents.name(terms.getKey()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<LogSource, String> read() {
        try (InputStream in = RawSources.class.getResourceAsStream("/dev/harrier/splunk/raw-sources.tsv")) {
            return new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .collect(Collectors.toUnmodifiableMap(RawSources::source, RawSources::terms));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static LogSource source(String[] cells) {
        return new LogSource(cell(cells[1]), cell(cells[0]), cell(cells[2]));
    }

    private static Optional<String> cell(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(text);
    }

    private static String terms(String[] cells) {
        return Arrays.stream(cells).skip(3).map(RawSources::term).collect(Collectors.joining(" "));
    }

    private static String term(String constraint) {
        String field = constraint.substring(0, constraint.indexOf('='));
        String[] values = constraint.substring(field.length() + 1).split(",");
        return values.length == 1
                ? field + "=\"" + values[0] + "\""
                : Arrays.stream(values).map(v -> '"' + v + '"').collect(Collectors.joining(", ", field + " IN (", ")"));
    }
}
