package dev.harrier.report.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.report.ValidationReport;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The page is safe, whole in itself, and each of its numbers leads somewhere. {@code scripts/bench/reports} shows it to a browser. */
class ValidationHtmlTest {
    private static Document page(ValidationReport report) {
        return Jsoup.parse(ReportFormat.HTML.of(report));
    }

    @Test
    void hostileWordsMakeNoElementAndNoAttribute() {
        Document page = page(SampleReports.of(40, 5));
        assertThat(page.select("script,img,iframe,object,embed,form,link,base,video,audio,foreignObject,use,animate"))
                .isEmpty();
        assertThat(page.select("style")).hasSize(1);
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                assertThat(attribute.getKey()).doesNotStartWithIgnoringCase("on");
                assertThat(List.of("src", "srcset", "style", "xlink:href", "action", "formaction"))
                        .doesNotContain(attribute.getKey());
            }
        }
        assertThat(page.text()).contains("</title></style><script>alert(1)</script>", "onmouseover='alert(1)");
    }

    @Test
    void thePolicyAllowsOurStyleAloneAndNoRequest() throws NoSuchAlgorithmException {
        Document page = page(SampleReports.byHand());
        String style = page.selectFirst("style").data();
        String digest = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .isEqualTo(
                        "default-src 'none'; style-src 'sha256-" + digest + "'; base-uri 'none'; form-action 'none'");
        assertThat(style).doesNotContain("url(", "@import", "http");
    }

    @Test
    void everyLinkStaysOnThePageAndArrives() {
        Document page = page(SampleReports.of(60, 6));
        assertThat(page.select("a")).isNotEmpty();
        for (Element link : page.select("a")) {
            assertThat(link.attr("href")).startsWith("#");
            assertThat(page.getElementById(link.attr("href").substring(1)))
                    .as(link.attr("href"))
                    .isNotNull();
        }
        List<String> ids = page.select("[id]").eachAttr("id");
        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void aNumberLeadsToItsQueryAndItsQuote() {
        Document page = page(SampleReports.byHand());
        Element number = page.select("table.verdicts td.number a").first();
        Element hunt = page.getElementById(number.attr("href").substring(1));
        assertThat(hunt.select("pre").text()).contains("search x=\"<b>&\"");
        assertThat(hunt.select("q").text()).contains("it calls home to 203[.]0[.]113[.]9");
        assertThat(hunt.parent().is("details")).isTrue();
    }

    @Test
    void aDayThatWasNotSearchedIsAGapAndNotZero() {
        Document page = page(SampleReports.byHand());
        Element chart = page.selectFirst("svg.days");
        assertThat(chart.select("rect.bar")).hasSize(DayChart.DAYS - 3);
        assertThat(chart.attr("aria-label")).contains("3 days not searched");
        assertThat(page.select("svg.days rect.bound")).isNotEmpty();
    }

    @Test
    void chartsSpeakAndWhatScrollsCanBeReachedByKeyboard() {
        Document page = page(SampleReports.byHand());
        assertThat(page.select("svg.days,svg.tally"))
                .allMatch(svg -> svg.attr("role").equals("img"));
        assertThat(page.select("svg.days,svg.tally"))
                .noneMatch(svg -> svg.attr("aria-label").isBlank());
        assertThat(page.select("pre")).allMatch(pre -> pre.attr("tabindex").equals("0"));
        assertThat(page.select("svg.matrix a")).hasSameSizeAs(page.select("svg.matrix rect"));
    }

    @Test
    void theMatrixHasTheGravestVerdictOfEachTechnique() {
        Document page = page(SampleReports.byHand());
        String cells = page.select("svg.matrix rect title").eachText().stream().collect(Collectors.joining("\n"));
        assertThat(cells).contains("T1071.001", "raised");
        assertThat(page.select("svg.matrix rect.raised")).isNotEmpty();
    }

    @Test
    void whatIsLeftOutIsSaid() {
        Document page = page(SampleReports.of(HuntSections.MOST + 50, 8));
        assertThat(page.select("table.verdicts tr")).hasSize(HuntSections.MOST + 1);
        assertThat(page.select("p.folded").text()).contains("300 gravest", "50 quiet");
    }

    @Test
    void anEmptyReportIsAPageToo() {
        assertThat(page(SampleReports.empty()).text()).contains("nothing: no severity moved");
    }
}
