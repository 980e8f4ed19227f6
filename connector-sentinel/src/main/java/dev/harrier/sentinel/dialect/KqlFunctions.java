package dev.harrier.sentinel.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions of the language, as facts: {@code schema/functions.tsv}, see the NOTICE beside it. Read once, then only read. */
final class KqlFunctions {
    private static final Map<String, Function> ALL = read();

    private KqlFunctions() {}

    /**
     * A function.
     *
     * @param aggregate whether it only stands in {@code summarize}
     * @param least how many arguments it takes at least
     * @param most and at most
     * @param result a KQL type, {@code unknown}, or {@code #n}: that of an argument, counted from 1
     */
    record Function(boolean aggregate, int least, int most, String result) {
        String arity() {
            String many = most == Integer.MAX_VALUE ? " or more" : least == most ? "" : " to " + most;
            return least + many + (most == 1 ? " argument" : " arguments");
        }
    }

    static Optional<Function> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Set<String> names() {
        return ALL.keySet();
    }

    private static Map<String, Function> read() {
        Map<String, Function> all = new HashMap<>();
        try (InputStream in = KqlFunctions.class.getResourceAsStream("/dev/harrier/sentinel/schema/functions.tsv")) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> all.put(cells[0], function(cells)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(all);
    }

    private static Function function(String[] cells) {
        int most = cells[3].equals("*") ? Integer.MAX_VALUE : Integer.parseInt(cells[3]);
        return new Function(cells[1].equals("aggregate"), Integer.parseInt(cells[2]), most, cells[4]);
    }
}
