package dev.harrier.splunk.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The Common Information Model's datasets and their fields, inherited ones included, as facts. Immutable, read once. */
final class CimSchema {
    private static final String COMMON = "*";
    private static final Map<String, Dataset> DATASETS = read();

    /** A dataset; {@code parent} is {@code -} for a root. */
    private record Dataset(String parent, Set<String> fields) {}

    private CimSchema() {}

    /** Whether {@code Model.Dataset} exists. */
    static boolean hasDataset(String name) {
        return DATASETS.containsKey(name) && !name.equals(COMMON);
    }

    /** Whether a model of this name exists. */
    static boolean hasModel(String name) {
        return DATASETS.keySet().stream().anyMatch(d -> d.startsWith(name + "."));
    }

    /** Whether a dataset has a field, or one that every dataset has. */
    static boolean hasField(String dataset, String field) {
        return DATASETS.get(dataset).fields().contains(field)
                || DATASETS.get(COMMON).fields().contains(field);
    }

    /** Whether fields of a dataset may bear this prefix: its own name or that of an ancestor. */
    static boolean hasPrefix(String dataset, String prefix) {
        for (String at = dataset;
                DATASETS.containsKey(at);
                at = DATASETS.get(at).parent()) {
            if (at.endsWith("." + prefix)) {
                return true;
            }
        }
        return false;
    }

    private static Map<String, Dataset> read() {
        Map<String, Dataset> datasets = new HashMap<>();
        try (InputStream in = CimSchema.class.getResourceAsStream("/dev/harrier/splunk/schema/cim.tsv")) {
            new String(in.readAllBytes(), UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .forEach(line -> {
                        String[] cells = line.split("\t");
                        datasets.put(
                                cells[0], new Dataset(cells[1], new HashSet<>(Arrays.asList(cells[2].split(" ")))));
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.copyOf(datasets);
    }
}
