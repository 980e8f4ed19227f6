package dev.harrier.hunt.compose;

import dev.harrier.article.Article;
import java.net.URI;
import java.util.Locale;

/** What makes an article the same one when it is read again, from wherever: its address, else its headline and date. */
final class Story {
    private Story() {}

    static String of(Article article) {
        return article.url()
                .filter(u -> u.getHost() != null)
                .map(Story::address)
                .orElseGet(() -> headline(article));
    }

    private static String address(URI url) {
        String path = url.getPath() == null ? "" : url.getPath().replaceFirst("/+$", "");
        return url.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "") + path;
    }

    private static String headline(Article article) {
        String date = article.published().map(Object::toString).orElse("");
        return article.title().isBlank() ? article.id() : article.title().strip() + " " + date;
    }
}
