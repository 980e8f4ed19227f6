package dev.harrier.pack;

import dev.harrier.article.Article;
import dev.harrier.deploy.Fingerprint;
import java.text.Normalizer;
import java.util.Locale;

/** A pack's folder name: the article's date if it bears one, then its title in letters, digits and hyphens. */
final class PackName {
    private static final int LONGEST = 60;

    private PackName() {}

    static String of(Article article) {
        String words = slug(article.title());
        String name = words.isEmpty() ? "article-" + Fingerprint.of(article.text()) : words;
        return article.published().map(date -> date + "-" + name).orElse(name);
    }

    /** Tells apart two articles that would have the same name. */
    static String distinct(Article article) {
        return of(article) + "-"
                + Fingerprint.of(article.id() + "\n" + article.text()).substring(0, 6);
    }

    private static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String words =
                plain.replaceAll("\\p{M}+", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST).replaceAll("-[^-]*$", "");
    }
}
