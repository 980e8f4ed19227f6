package dev.harrier.splunk.dialect;

/** SPL, or the chosen tables, cannot say something exactly. Never leaves the package: it becomes a {@code Rendering.Unsupported}. */
final class Unsayable extends RuntimeException {
    Unsayable(String reason) {
        super(reason, null, false, false);
    }
}
