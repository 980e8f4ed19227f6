package dev.harrier.config;

import static java.util.Objects.requireNonNull;

import dev.harrier.deploy.Deployment;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One SIEM as configured.
 *
 * @param name how commands, reports and the ledger call it
 * @param kind the connector's name, such as {@code splunk}
 * @param settings the connector's own, in its words; secrets are not among them
 * @param secretFiles files that hold credentials, by the credential's name
 * @param secretVariables environment variables that hold credentials, by the credential's name
 * @param state in which new hunts begin there
 * @param hunts which hunts go there
 * @param budget what its scheduled hunts may cost, if anything was said
 */
public record TargetConfiguration(
        String name,
        String kind,
        SortedMap<String, String> settings,
        SortedMap<String, String> secretFiles,
        SortedMap<String, String> secretVariables,
        Deployment.State state,
        HuntFilter hunts,
        Optional<QueryBudget> budget) {
    public TargetConfiguration {
        requireNonNull(name, "name is null");
        requireNonNull(kind, "kind is null");
        settings = sorted(settings);
        secretFiles = sorted(secretFiles);
        secretVariables = sorted(secretVariables);
        requireNonNull(state, "state is null");
        requireNonNull(hunts, "hunts is null");
        requireNonNull(budget, "budget is null");
    }

    /** A target that is configured by the environment alone. */
    public static TargetConfiguration unnamed(String kind) {
        return new TargetConfiguration(
                kind,
                kind,
                new TreeMap<>(),
                new TreeMap<>(),
                new TreeMap<>(),
                Deployment.State.SHADOW,
                HuntFilter.ALL,
                Optional.empty());
    }

    private static SortedMap<String, String> sorted(Map<String, String> map) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(map));
    }
}
