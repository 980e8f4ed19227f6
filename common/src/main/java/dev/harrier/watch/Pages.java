package dev.harrier.watch;

import dev.harrier.article.fetch.FetchException;
import dev.harrier.article.fetch.Fetched;
import dev.harrier.article.fetch.Validators;

/** Where feeds and pages come from: {@code Fetcher::fetch} in production. */
@FunctionalInterface
public interface Pages {
    /**
     * Fetches an address unless it is unchanged.
     *
     * @throws FetchException when there is nothing to be had there
     */
    Fetched fetch(String address, Validators known);
}
