package dev.harrier.article.fetch;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * What a server gave to ask later whether anything has changed (RFC 9110, 8.8). Sent back as it came.
 *
 * @param entityTag the {@code ETag} header
 * @param lastModified the {@code Last-Modified} header
 */
public record Validators(Optional<String> entityTag, Optional<String> lastModified) {
    /** Nothing known: the answer is wanted whole. */
    public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

    public Validators {
        requireNonNull(entityTag, "entityTag is null");
        requireNonNull(lastModified, "lastModified is null");
    }
}
