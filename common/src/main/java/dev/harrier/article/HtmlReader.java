package dev.harrier.article;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Reads a web page: facts from its meta tags, text and blocks from its main content. Scripts, navigation, cookie notices, comments,
 * related posts and footers are left out. Cost linear in the page's length; jsoup flattens what nests deeper than 512.
 */
final class HtmlReader {
    private static final Pattern LINKED_DATE = Pattern.compile("\"datePublished\"\\s{0,9}:\\s{0,9}\"([^\"]{4,40})\"");

    private HtmlReader() {}

    static Article read(String id, String html) {
        Document page = Jsoup.parse(html);
        Facts facts = facts(page);
        PageNoise noise = PageNoise.of(page.body());
        PageShape shape = PageShape.of(page.body(), noise);
        PageWriter writer = new PageWriter(noise, shape);
        writer.write(shape.mainContent());
        String text = writer.text();
        if (text.isBlank()) {
            throw new ArticleException(
                    id, "the page holds no readable text; it may need a browser to show any: save it from there");
        }
        return facts.article(id, text, writer.blocks());
    }

    private static Facts facts(Document page) {
        Facts facts = new Facts();
        for (Element meta : page.select("meta[content]")) {
            String name = meta.hasAttr("property")
                    ? meta.attr("property")
                    : meta.hasAttr("name") ? meta.attr("name") : meta.attr("itemprop");
            facts.named(name, meta.attr("content"));
        }
        first(page.select("link[rel=canonical]"), "href", facts::url);
        linkedData(page, facts);
        first(page.select("time[datetime]"), "datetime", facts::published);
        Element heading = page.selectFirst("h1");
        if (heading != null) {
            facts.title(heading.text());
        }
        facts.title(page.title());
        return facts;
    }

    /** The date that a page tells search engines, as JSON-LD. */
    private static void linkedData(Document page, Facts facts) {
        for (Element script : page.select("script[type=application/ld+json]")) {
            Matcher date = LINKED_DATE.matcher(script.data());
            if (date.find()) {
                facts.published(date.group(1));
            }
        }
    }

    private static void first(Elements elements, String attribute, Consumer<String> use) {
        if (!elements.isEmpty()) {
            use.accept(elements.first().attr(attribute));
        }
    }
}
