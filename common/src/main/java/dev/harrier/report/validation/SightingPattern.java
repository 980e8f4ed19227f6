package dev.harrier.report.validation;

import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A STIX pattern of an indicator hunt: any of the observables that its clauses name. */
final class SightingPattern {
    /** Sigma's field to the STIX 2.1 object path that holds the same; a field that has none is left out. */
    private static final Map<String, String> PATHS = Map.ofEntries(
            Map.entry("DestinationIp", "ipv4-addr:value"),
            Map.entry("SourceIp", "ipv4-addr:value"),
            Map.entry("QueryName", "domain-name:value"),
            Map.entry("DestinationHostname", "domain-name:value"),
            Map.entry("sender", "email-addr:value"),
            Map.entry("c-uri", "url:value"),
            Map.entry("md5", "file:hashes.MD5"),
            Map.entry("sha1", "file:hashes.'SHA-1'"),
            Map.entry("sha256", "file:hashes.'SHA-256'"),
            Map.entry("TargetFilename", "file:name"),
            Map.entry("TargetObject", "windows-registry-key:key"));

    private SightingPattern() {}

    /** Empty if none of its clauses can be said in STIX. */
    static Optional<String> of(Hunt hunt) {
        String pattern = hunt.grounds().stream()
                .flatMap(ground -> clause(ground).stream())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" OR "));
        return pattern.isEmpty() ? Optional.empty() : Optional.of(pattern);
    }

    private static Optional<String> clause(Ground ground) {
        return Optional.ofNullable(PATHS.get(ground.field()))
                .map(path -> path.startsWith("ipv4") && ground.value().contains(":") ? "ipv6-addr:value" : path)
                .map(path -> "[" + path + " = '" + escaped(ground.value()) + "']");
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\\\").replace("'", "\\'");
    }
}
