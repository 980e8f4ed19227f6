package dev.harrier.sentinel;

import dev.harrier.deploy.Adjustments;
import dev.harrier.deploy.Fingerprint;
import dev.harrier.deploy.Marker;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rules that the service switched off itself after permanent failures. It writes {@code AUTO DISABLED} before the name and the reason
 * into the description (learn.microsoft.com, "Troubleshoot analytics rules"); where in the description isn't said, so any place
 * before or after our text is looked at. That is no edit by hand nor a user's switch, and deploying again restores it.
 */
final class AutoDisabled {
    private static final Pattern PREFIX = Pattern.compile("^AUTO DISABLED[\\s:–-]*");
    private static final Pattern WORD_START = Pattern.compile("(?<!\\S)(?=\\S)");

    private AutoDisabled() {}

    /** The marker of a rule, agreeing with its fields if all that they differ in from what we sent is the service's doing. */
    static Marker seen(Marker marker, SortedMap<String, String> fields, boolean enabled) {
        return !enabled && explains(marker, fields)
                ? new Marker(
                        marker.deployment(),
                        marker.hunt(),
                        Fingerprint.of(fields),
                        marker.version(),
                        marker.sent().with(Adjustments.ENABLED, Adjustments.flag(false)))
                : marker;
    }

    private static boolean explains(Marker marker, SortedMap<String, String> fields) {
        String name = fields.getOrDefault("displayName", "");
        if (!PREFIX.matcher(name).find()) {
            return false;
        }
        SortedMap<String, String> sent = new TreeMap<>(fields);
        sent.put("displayName", PREFIX.matcher(name).replaceFirst(""));
        String description = fields.getOrDefault("description", "");
        return ends(description)
                .anyMatch(end -> starts(description.substring(0, end)).stream().anyMatch(start -> {
                    sent.put("description", description.substring(start, end).strip());
                    return Fingerprint.of(sent).equals(marker.fingerprint());
                }));
    }

    /** After the marker, which ended our text, comes a line of its own. */
    private static IntStream ends(String description) {
        return IntStream.concat(
                IntStream.of(description.length()),
                IntStream.range(0, description.length()).filter(i -> description.charAt(i) == '\n'));
    }

    private static List<Integer> starts(String description) {
        return WORD_START
                .matcher(description)
                .results()
                .map(word -> word.start())
                .toList();
    }
}
