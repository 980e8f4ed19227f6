package dev.harrier.article;

import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/**
 * Reads a web page: facts from its meta tags, text and blocks from its main content. Scripts, navigation, cookie notices, comments,
 * related posts and footers are left out. Cost linear in the page's length; jsoup flattens what nests deeper than 512.
 */
final class HtmlReader {
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
        first(page.select("time[datetime]"), "datetime", facts::published);
        Element heading = page.selectFirst("h1");
        if (heading != null) {
            facts.title(heading.text());
        }
        facts.title(page.title());
        return facts;
    }

    private static void first(Elements elements, String attribute, Consumer<String> use) {
        if (!elements.isEmpty()) {
            use.accept(elements.first().attr(attribute));
        }
    }
}
