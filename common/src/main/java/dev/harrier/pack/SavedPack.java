package dev.harrier.pack;

import static java.util.Objects.requireNonNull;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Hunt;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A pack as it lies on disk: what is left of an article once its hunts may have been reviewed and edited by people.
 *
 * @param name its folder's name, or that of a folder or file of Sigma rules without an article
 * @param title the article's, or the name
 * @param url where the article was published
 * @param published when
 * @param severity on paper; empty for rules without an article
 * @param hunts in the order of their files
 */
public record SavedPack(
        String name,
        String title,
        Optional<URI> url,
        Optional<LocalDate> published,
        Optional<Severity> severity,
        List<Hunt> hunts) {
    public SavedPack {
        requireNonNull(name, "name is null");
        requireNonNull(title, "title is null");
        requireNonNull(url, "url is null");
        requireNonNull(published, "published is null");
        requireNonNull(severity, "severity is null");
        hunts = List.copyOf(hunts);
    }
}
