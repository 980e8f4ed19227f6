package dev.harrier.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads this package's shipped lists of facts: one entry a line, {@code #} starts a comment, a tab parts key and value. */
final class FactFile {
    private FactFile() {}

    static List<String> lines(String name) {
        try (InputStream in = FactFile.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the shipped list " + name + " is missing");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("the shipped list " + name + " can't be read", broken);
        }
    }

    static Set<String> words(String name) {
        // A hash set looks words up in half the time of Set.copyOf, and hot loops look up many.
        return Collections.unmodifiableSet(new HashSet<>(lines(name)));
    }

    /** Lines {@code key TAB word word …} turned into word → key. */
    static Map<String, String> keysByWord(String name) {
        Map<String, String> keys = new LinkedHashMap<>();
        for (String line : lines(name)) {
            int tab = line.indexOf('\t');
            for (String word : line.substring(tab + 1).split(" ")) {
                keys.put(word, line.substring(0, tab));
            }
        }
        return keys;
    }
}
