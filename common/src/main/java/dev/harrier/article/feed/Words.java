package dev.harrier.article.feed;

import org.jsoup.Jsoup;

/** The words of a title: feeds put markup, entities and line breaks into them. */
final class Words {
    private static final int LONGEST = 2_000;

    private Words() {}

    /** Of what ROME gives, which may be null. */
    static String plain(String title) {
        if (title == null) {
            return "";
        }
        String head = title.substring(0, Math.min(LONGEST, title.length()));
        return head.indexOf('<') < 0 && head.indexOf('&') < 0
                ? head.strip().replaceAll("\\s+", " ")
                : Jsoup.parse(head).text();
    }
}
