package dev.harrier.connector;

import static java.util.Objects.requireNonNull;

/**
 * A file that a connector contributes to a pack on disk.
 *
 * @param path relative to the pack's folder, {@code /} between parts, made of letters, digits and {@code . _ -} only, so that no
 *     article can choose where it lands
 * @param text its content, deterministic, ending with a line feed
 */
public record ExportedFile(String path, String text) {
    public ExportedFile {
        requireNonNull(text, "text is null");
        if (!path.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*")) {
            throw new IllegalArgumentException("not a path inside a pack: " + path);
        }
    }
}
