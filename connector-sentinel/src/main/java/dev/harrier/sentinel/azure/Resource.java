package dev.harrier.sentinel.azure;

/**
 * Something below the workspace in ARM.
 *
 * @param path its segments, separated by {@code /}; empty for the workspace itself
 * @param apiVersion of its provider
 */
public record Resource(String path, String apiVersion) {
    /** A part of this one. */
    public Resource child(String name) {
        return new Resource(path + "/" + name, apiVersion);
    }
}
