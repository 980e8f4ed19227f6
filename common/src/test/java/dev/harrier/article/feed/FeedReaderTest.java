package dev.harrier.article.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleException;
import dev.harrier.article.Block;
import dev.harrier.article.Format;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedReaderTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
            <channel><title>Kettle Labs &amp; friends</title><link>https://kettle.example/</link><description>d</description>
            <item><title>The &lt;b&gt;first&lt;/b&gt; kettle</title><link>https://kettle.example/1</link><guid isPermaLink="false">k-1</guid>
            <pubDate>Mon, 02 Nov 2026 23:30:00 -0500</pubDate><description>A teaser.</description>
            <content:encoded><![CDATA[<p>It calls evil[.]com.</p><table><tr><td>1.2.3[.]4</td></tr><tr><td>5.6.7[.]8</td></tr></table>]]></content:encoded></item>
            <item><title>Second</title><link>https://kettle.example/2</link><description>Only a teaser &amp;hellip;</description></item>
            <item><title>Third</title></item>
            </channel></rss>
            """;

    private static Feed read(String xml) {
        return FeedReader.read("feed.xml", xml.getBytes(UTF_8), Optional.empty());
    }

    private static String rss(String items) {
        return "<rss version=\"2.0\"><channel><title>t</title><link>https://a.example/</link><description>d</description>"
                + items + "</channel></rss>";
    }

    @Test
    void rssKeepsIdsLinksDatesAndTheWholeContent() {
        Feed feed = read(RSS);
        FeedEntry first = feed.entries().get(0);
        assertThat(feed.title()).isEqualTo("Kettle Labs & friends");
        assertThat(first.id()).isEqualTo("k-1");
        assertThat(first.title()).isEqualTo("The first kettle");
        assertThat(first.link()).contains(URI.create("https://kettle.example/1"));
        assertThat(first.published()).contains(LocalDate.of(2026, 11, 3));
        assertThat(first.whole()).isTrue();
        Article article = first.article();
        assertThat(article.id()).isEqualTo("k-1");
        assertThat(article.title()).isEqualTo("The first kettle");
        assertThat(article.source()).contains("Kettle Labs & friends");
        assertThat(article.url()).contains(URI.create("https://kettle.example/1"));
        assertThat(article.text()).contains("It calls evil[.]com.", "5.6.7[.]8").doesNotContain("teaser", "<");
        assertThat(article.blocks()).extracting(Block::kind).contains(Block.Kind.PROSE);
    }

    @Test
    void anEntryWithATeaserOnlyIsNotWhole() {
        List<FeedEntry> entries = read(RSS).entries();
        assertThat(entries.get(1).whole()).isFalse();
        assertThat(entries.get(1).id()).isEqualTo("https://kettle.example/2");
        assertThat(entries.get(1).article().text()).isEqualTo("Only a teaser …");
        assertThat(entries.get(2).id()).isEqualTo("feed.xml#3");
        assertThatThrownBy(() -> entries.get(2).article())
                .isInstanceOf(ArticleException.class)
                .hasMessageStartingWith("feed.xml#3: ");
    }

    @Test
    void aLongDescriptionIsTheArticleUnlessItIsCutShort() {
        String long1 = "&lt;p&gt;" + "It boils. ".repeat(300);
        Feed feed = read(rss("<item><description>" + long1 + "</description></item><item><description>" + long1
                + "&lt;a href=x&gt;Read more about it&lt;/a&gt;&lt;/p&gt; </description></item><item><description>"
                + long1 + "[…]</description></item>"));
        assertThat(feed.entries()).extracting(FeedEntry::whole).containsExactly(true, false, false);
    }

    @Test
    void atomIsReadToo() {
        Feed feed = read("""
                <feed xmlns="http://www.w3.org/2005/Atom"><title>Lab</title><id>urn:lab</id><updated>2026-11-02T10:00:00Z</updated>
                <entry><id>urn:lab:1</id><title type="html">A &lt;i&gt;kettle&lt;/i&gt;</title><link rel="alternate" href="https://lab.example/1"/>
                <updated>2026-11-02T10:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>It <b>boils</b>.</p><pre>cmd /c
                 dir</pre></div></content></entry>
                <entry><id>urn:lab:2</id><title>B</title><updated>2026-11-01T10:00:00Z</updated><content type="text">a &lt; b &amp;amp; c</content></entry>
                <entry><id>urn:lab:3</id><title>C</title><updated>2026-11-01T10:00:00Z</updated><summary>short</summary><link href="javascript:alert(1)"/></entry>
                </feed>
                """);
        assertThat(feed.entries()).extracting(FeedEntry::id).containsExactly("urn:lab:1", "urn:lab:2", "urn:lab:3");
        assertThat(feed.entries()).extracting(FeedEntry::whole).containsExactly(true, true, false);
        assertThat(feed.entries())
                .extracting(FeedEntry::link)
                .containsExactly(Optional.of(URI.create("https://lab.example/1")), Optional.empty(), Optional.empty());
        Article first = feed.entries().get(0).article();
        assertThat(first.title()).isEqualTo("A kettle");
        assertThat(first.published()).contains(LocalDate.of(2026, 11, 2));
        assertThat(first.text()).contains("It boils.", "cmd /c");
        assertThat(first.blocks()).extracting(Block::kind).contains(Block.Kind.CODE);
        assertThat(feed.entries().get(1).format()).isEqualTo(Format.TEXT);
        assertThat(feed.entries().get(1).article().text()).isEqualTo("a < b &amp; c");
    }

    @Test
    void relativeLinksStandBelowTheFeedsSite() {
        Feed rss = read(
                rss(
                        "<item><title>a</title><link>/posts/1?x=1</link></item><item><title>b</title><link>2.html</link></item>"
                                + "<item><title>c</title><link>javascript:alert(1)</link></item><item><title>d</title><guid>k-1</guid></item>"));
        assertThat(rss.entries())
                .extracting(FeedEntry::link)
                .containsExactly(
                        Optional.of(URI.create("https://a.example/posts/1?x=1")),
                        Optional.of(URI.create("https://a.example/2.html")),
                        Optional.empty(),
                        Optional.empty());
    }

    @Test
    void atomsLinksStandBelowItsBase() {
        Feed atom = read("""
                <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://lab.example/notes/"><title>Lab</title><id>urn:lab</id>
                <updated>2026-11-02T10:00:00Z</updated><entry><id>urn:lab:1</id><title>A</title><link href="2026/kettle.html"/>
                <updated>2026-11-02T10:00:00Z</updated><summary>short</summary><content type="html">&lt;p&gt;It boils at evil[.]com.&lt;/p&gt;</content></entry></feed>
                """);
        assertThat(atom.entries().get(0).link()).contains(URI.create("https://lab.example/notes/2026/kettle.html"));
        assertThat(atom.entries().get(0).article().text()).isEqualTo("It boils at evil[.]com.");
    }

    @Test
    void encodingsAndSmallFaultsAreBorne() {
        String latin = rss("<item><title>caf\u00e9</title></item>");
        byte[] declared = ("<?xml version='1.0' encoding='iso-8859-15'?>" + latin.replace("caf\u00e9", "\u20ac"))
                .getBytes(Charset.forName("iso-8859-15"));
        assertThat(FeedReader.read("f", declared, Optional.empty())
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo("\u20ac");
        assertThat(FeedReader.read("f", latin.getBytes(Charset.forName("windows-1252")), Optional.empty())
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo("caf\u00e9");
        assertThat(FeedReader.read("f", ("\ufeff" + latin).getBytes(Charset.forName("UTF-16LE")), Optional.empty())
                        .entries()
                        .get(0)
                        .title())
                .isEqualTo("caf\u00e9");
        assertThat(read("\n\n" + RSS).entries()).hasSize(3);
        assertThat(read(rss("<item><title>a&nbsp;b &copy; c & d</title></item>"))
                        .entries()
                        .get(0)
                        .title())
                .contains("a")
                .contains("d");
    }

    @Test
    void aFeedWithoutEntriesIsAnErrorOfItsOwn() {
        assertThatThrownBy(() -> read(rss("")))
                .isInstanceOf(ArticleException.class)
                .hasMessageContaining("has no entries");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE rss [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE rss [<!ENTITY % x SYSTEM \"http://127.0.0.1:1/x.dtd\"> %x;]>",
                "<!DOCTYPE rss SYSTEM \"http://127.0.0.1:1/rss.dtd\">",
                "<!DOCTYPE rss [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">"
                        + "<!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;\"><!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY x \"&e;&e;&e;&e;&e;&e;\">]>"
            })
    void documentTypesAreRefused(String doctype) {
        assertThatThrownBy(() -> read(doctype + rss("<item><title>&x;</title><description>&x;</description></item>")))
                .isInstanceOf(ArticleException.class)
                .hasMessageContaining("can't be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<",
                "<rss",
                "<rss></rss>",
                "<rss version='2.0'>",
                "<html><body>x</body></html>",
                "no xml",
                "<feed/>",
                "<rss version='9'><channel/></rss>"
            })
    void whatIsNoFeedIsSaidToBeNone(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(ArticleException.class)
                .hasMessageStartingWith("feed.xml: ");
    }

    @Test
    void anEntityThatNobodyDeclaredGivesNothingAway() {
        assertThatThrownBy(() -> read(rss("<item><title>&passwd;</title></item>"))
                        .entries()
                        .get(0)
                        .article())
                .isInstanceOf(ArticleException.class);
    }

    @Test
    void manyEntriesDeepNestingAndHtmlBombsCostNoMoreThanTheirLength() {
        Feed many = read(rss("<item><title>x</title><guid>g</guid></item>".repeat(100_000)));
        assertThat(many.entries()).hasSize(FeedReader.MOST_ENTRIES);
        assertThat(many.omitted()).isEqualTo(99_000);
        assertThatThrownBy(() -> read(rss("<a>".repeat(100_000) + "</a>".repeat(100_000))))
                .isInstanceOf(ArticleException.class)
                .hasMessageContaining("nest too deep");
        String bomb = rss("<item><description>" + "&lt;div&gt;&lt;b&gt;".repeat(50_000) + "boils</description></item>");
        assertThat(read(bomb).entries().get(0).article().text()).contains("boils");
        assertThatThrownBy(() -> read(rss("&".repeat(1_000_000)))).isInstanceOf(ArticleException.class);
    }

    @Test
    void feedsAreToldFromArticlesByTheirFirstElement() {
        for (String feed : List.of(
                RSS,
                "<feed xmlns='a'>",
                "\ufeff<?xml version='1.0'?>\n<!-- > <html> -->\n<rdf:RDF >",
                "<!DOCTYPE rss [<!ENTITY a 'b>'>]><rss>")) {
            assertThat(FeedSignature.opens(feed.getBytes(UTF_8))).as(feed).isTrue();
        }
        assertThat(FeedSignature.opens(RSS.getBytes(Charset.forName("UTF-16LE"))))
                .isTrue();
        for (String other : List.of(
                "", "<", "<!--", "<?xml", "<!doctype html><html>", "text with <rss> in it", "<feedback>", "<rss")) {
            assertThat(FeedSignature.opens(other.getBytes(UTF_8))).as(other).isFalse();
        }
    }
}
