package dev.harrier.hunt;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The kinds of event that a hunt can look at, named after Sigma's log source categories. Their fields, in Sigma's names, are in
 * {@link EventModel}. {@code SERVICE_CREATION} (System 7045) and {@code TASK_CREATION} (Security 4698) are Harrier's own categories.
 * A kind is the same on every operating system; which one a rule is for, its {@link LogSource} says.
 */
public enum EventKind {
    PROCESS_CREATION("windows"),
    NETWORK_CONNECTION("windows"),
    DNS_QUERY("windows"),
    FILE_EVENT("windows"),
    FILE_DELETE("windows"),
    FILE_RENAME("windows"),
    REGISTRY_SET("windows"),
    REGISTRY_ADD("windows"),
    REGISTRY_DELETE("windows"),
    /** Anything done to the registry: keys and values made, set, renamed, deleted. */
    REGISTRY_EVENT("windows"),
    IMAGE_LOAD("windows"),
    DRIVER_LOAD("windows"),
    PROCESS_ACCESS("windows"),
    PIPE_CREATED("windows"),
    CREATE_REMOTE_THREAD("windows"),
    PS_SCRIPT("windows"),
    SERVICE_CREATION("windows"),
    TASK_CREATION("windows"),
    LOGON("windows"),
    PROXY(""),
    WEBSERVER(""),
    DNS(""),
    ANTIVIRUS(""),
    EMAIL(""),
    /** What a scanner or inventory says is vulnerable where; Harrier's own category. A state, not something that was done. */
    VULNERABILITY(""),
    /** Events that no other kind describes: their fields are what their log source calls them. */
    OTHER("");

    private final String product;

    EventKind(String product) {
        this.product = product;
    }

    /** Sigma's {@code logsource.category}, for example {@code process_creation}. Also the lab's table name. */
    public String category() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Sigma's {@code logsource.product}, empty where the category has none. */
    public Optional<String> product() {
        return product.isEmpty() ? Optional.empty() : Optional.of(product);
    }

    /** For people, for example {@code process creation}. */
    public String words() {
        return category().replace('_', ' ');
    }

    private static final class Categories {
        private static final Map<String, EventKind> KINDS = Arrays.stream(values())
                .filter(k -> k != OTHER)
                .collect(Collectors.toUnmodifiableMap(EventKind::category, Function.identity()));
    }

    /** The kind of a Sigma category; never {@link #OTHER}, which is none. */
    public static Optional<EventKind> ofCategory(String category) {
        return Optional.ofNullable(Categories.KINDS.get(category));
    }
}
