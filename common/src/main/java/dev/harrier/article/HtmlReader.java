package dev.harrier.article;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Reads a web page: facts from its meta tags, text and blocks from its main content. Scripts, navigation and footers are left out. */
final class HtmlReader {
    private static final String NOISE =
            "script,style,noscript,template,svg,nav,footer,aside,form,button,iframe,header nav,"
                    + "[role=navigation],[role=banner],[role=contentinfo],[aria-hidden=true],[hidden],.cookie,.share,.social,.breadcrumbs,"
                    + ".related-posts,.sidebar,.newsletter,.comments,#comments";
    private static final String MAIN = "article,main,[role=main],.post-content,.entry-content,.article-body,#content";

    private HtmlReader() {}

    static Article read(String id, String html) {
        Document page = Jsoup.parse(html);
        Facts facts = facts(page);
        page.select(NOISE).remove();
        BlockWriter writer = new BlockWriter();
        writer.write(main(page));
        if (writer.text().isBlank()) {
            throw new ArticleException(
                    id, "the page holds no readable text; it may need a browser to show any: save it from there");
        }
        return facts.article(id, writer.text(), writer.blocks());
    }

    /** The element that holds most of the words among those that say they are the main content; else the body. */
    private static Element main(Document page) {
        Element best = page.body();
        int most = 0;
        for (Element candidate : page.select(MAIN)) {
            int words = candidate.text().length();
            if (words > most) {
                most = words;
                best = candidate;
            }
        }
        return most * 3 >= page.body().text().length() ? best : page.body();
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

    private static void first(Elements elements, String attribute, java.util.function.Consumer<String> use) {
        if (!elements.isEmpty()) {
            use.accept(elements.first().attr(attribute));
        }
    }
}
