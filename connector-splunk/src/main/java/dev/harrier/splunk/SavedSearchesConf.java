package dev.harrier.splunk;

import dev.harrier.deploy.Deployment;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * {@code savedsearches.conf} for shops that deploy apps: the same fields as over REST, in the file's spelling (spec 9.2), a search's
 * line ends continued by a backslash. Everything is written disabled: importing a file must not start anything.
 */
final class SavedSearchesConf {
    private static final Map<String, String> SPELLING = Map.of(
            "is_scheduled", "enableSched",
            "alert_type", "counttype",
            "alert_comparator", "relation",
            "alert_threshold", "quantity");

    private SavedSearchesConf() {}

    static String of(List<Deployment> deployments) {
        return deployments.stream().map(SavedSearchesConf::stanza).collect(Collectors.joining("\n"));
    }

    private static String stanza(Deployment deployment) {
        SortedMap<String, String> keys = new TreeMap<>();
        SavedSearchFields.wanted(deployment, 300)
                .forEach((key, value) -> keys.put(SPELLING.getOrDefault(key, key), value.replace("\n", " \\\n")));
        keys.put("disabled", "1");
        return "[" + SavedSearchName.of(deployment.hunt()) + "]\n"
                + keys.entrySet().stream()
                        .map(entry -> entry.getKey() + " = " + entry.getValue() + "\n")
                        .collect(Collectors.joining());
    }
}
