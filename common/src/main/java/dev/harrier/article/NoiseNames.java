package dev.harrier.article;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** What an element's tag, role, class and id say about whether it belongs to the article. */
final class NoiseNames {
    private static final Set<String> TAGS = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "svg",
            "nav",
            "footer",
            "iframe",
            "select",
            "canvas",
            "object",
            "audio",
            "video",
            "dialog",
            "head",
            "amp-ad",
            "amp-analytics",
            "amp-auto-ads",
            "amp-consent",
            "amp-embed",
            "amp-lightbox",
            "amp-sidebar",
            "amp-social-share",
            "amp-sticky-ad");
    private static final Set<String> DOUBTFUL_TAGS = Set.of("aside", "form");
    private static final Set<String> ROLES =
            Set.of("navigation", "banner", "contentinfo", "search", "dialog", "alertdialog");
    private static final Set<String> TALK = Set.of("comments", "disqus", "respond", "commentlist");
    private static final Set<String> PARTS = Set.of(
            "advert",
            "advertisement",
            "ads",
            "banner",
            "breadcrumb",
            "breadcrumbs",
            "consent",
            "cookie",
            "cookies",
            "copyright",
            "footer",
            "gdpr",
            "labels",
            "likes",
            "menu",
            "modal",
            "nav",
            "navbar",
            "navigation",
            "newsletter",
            "pagination",
            "popup",
            "promo",
            "recommended",
            "recommendations",
            "related",
            "relatedposts",
            "share",
            "sharedaddy",
            "sharing",
            "sidebar",
            "signup",
            "social",
            "sponsored",
            "subscribe",
            "subscription",
            "trending");
    private static final Set<String> LINE_NUMBERS = Set.of(
            "lineno", "linenos", "linenumber", "linenumbers", "line-number", "line-numbers", "gutter", "blob-num");
    private static final Set<String> UNSEEN = Set.of("sr-only", "visually-hidden", "screen-reader-text");
    private static final Set<String> FOLDED = Set.of(
            "accordion",
            "collapse",
            "collapsible",
            "collapsed",
            "expand",
            "expandable",
            "fold",
            "panel",
            "spoiler",
            "tab",
            "tabs",
            "tabpanel",
            "toggle");
    private static final Set<String> STRUCTURE = Set.of("html", "body", "main", "article");
    private static final Pattern PART = Pattern.compile("[-_\\s]+|(?<=[a-z])(?=[A-Z])");
    private static final int LONGEST = 500;

    private NoiseNames() {}

    /** Noise whatever it holds. */
    static boolean isNoise(Element element) {
        String tag = element.normalName();
        return TAGS.contains(tag)
                || (tag.equals("button") && !isLabel(element.parent()))
                || (tag.equals("header") && isPageHeader(element))
                || LINE_NUMBERS.stream().anyMatch(element::hasClass)
                || isHidden(element);
    }

    /** Other readers' words: noise even where they name indicators. */
    static boolean isTalk(Element element) {
        return !STRUCTURE.contains(element.normalName()) && names(element, TALK);
    }

    /** Noise unless it turns out to hold most of the page, or what defenders write down. */
    static boolean isDoubtful(Element element) {
        String tag = element.normalName();
        return !STRUCTURE.contains(tag)
                && (DOUBTFUL_TAGS.contains(tag) || ROLES.contains(element.attr("role")) || names(element, PARTS));
    }

    private static boolean names(Element element, Set<String> parts) {
        String names = element.className() + " " + element.id();
        return names.length() > 1
                && names.length() < LONGEST
                && PART.splitAsStream(names).anyMatch(part -> parts.contains(part.toLowerCase(Locale.ROOT)));
    }

    /** Accordions put their headings into buttons. */
    private static boolean isLabel(Element parent) {
        return parent != null && parent.normalName().matches("h[1-6]|summary|dt");
    }

    /** A page's header holds a logo and a menu; an article's holds its headline. */
    private static boolean isPageHeader(Element header) {
        Element parent = header.parent();
        return parent != null && parent.normalName().equals("body") && header.selectFirst("h1") == null;
    }

    /** What a reader doesn't see; but what unfolds with a click is seen. */
    private static boolean isHidden(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        boolean hidden = (element.hasAttr("hidden") && !element.attr("hidden").equals("until-found"))
                || element.attr("aria-hidden").equals("true")
                || style.contains("display:none")
                || style.contains("visibility:hidden")
                || style.contains("font-size:0;")
                || style.endsWith("font-size:0");
        return UNSEEN.stream().anyMatch(element::hasClass) || (hidden && !isFolded(element));
    }

    private static boolean isFolded(Element element) {
        return element.attr("role").equals("tabpanel") || names(element, FOLDED);
    }

    /** Whether an element says that it holds the article. */
    static boolean saysMain(Element element) {
        String tag = element.normalName();
        return tag.equals("article")
                || tag.equals("main")
                || element.attr("role").equals("main")
                || element.attr("itemprop").equals("articleBody")
                || MAIN.stream().anyMatch(element::hasClass)
                || element.id().equals("content");
    }

    private static final Set<String> MAIN = Set.of(
            "post-content",
            "entry-content",
            "article-body",
            "article-content",
            "blog-content",
            "post-body",
            "markdown-body");
}
