package dev.harrier.splunk;

import dev.harrier.deploy.Deployment;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code savedsearches.conf} for shops that deploy apps: the same fields as over REST, in the file's spelling (spec 9.2), a search's
 * line ends continued by a backslash. Everything is written disabled: importing a file must not start anything. No value can become
 * another key or stanza; a search that ends in a backslash can't be said in such a file and is left out.
 */
final class SavedSearchesConf {
    private static final Map<String, String> SPELLING = Map.of(
            "is_scheduled", "enableSched",
            "alert_type", "counttype",
            "alert_comparator", "relation",
            "alert_threshold", "quantity");
    /** What some reader may take for the end of a line, and other control characters. */
    private static final String BREAKS = "[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}&&[^\\n\\t]]";

    private SavedSearchesConf() {}

    static String of(List<Deployment> deployments) {
        return deployments.stream()
                .filter(deployment -> !deployment.text().stripTrailing().endsWith("\\"))
                .map(SavedSearchesConf::stanza)
                .collect(Collectors.joining("\n"));
    }

    private static String stanza(Deployment deployment) {
        SortedMap<String, String> keys = new TreeMap<>();
        SavedSearchFields plain = SavedSearchFields.plain();
        SortedMap<String, String> values = new TreeMap<>(plain.wanted(deployment));
        values.putAll(plain.schedule(deployment.hunt()));
        values.entrySet()
                .removeIf(entry -> ManagedKeys.isOptional(entry.getKey())
                        && ManagedKeys.isResting(entry.getKey(), entry.getValue()));
        values.forEach((key, value) -> keys.put(SPELLING.getOrDefault(key, key), written(key, value)));
        keys.put("disabled", "1");
        return "[" + SavedSearchName.of(deployment.hunt()) + "]\n"
                + keys.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }

    private static String written(String key, String value) {
        String plain = value.replaceAll(BREAKS, " ");
        return key.equals("search") ? plain.replace("\n", " \\\n") : oneLine(plain);
    }

    /** A backslash at the end would take the next key into this one. */
    private static String oneLine(String text) {
        String line = text.replace("\n", " ").stripTrailing();
        return line.endsWith("\\") ? line + "." : line;
    }
}
