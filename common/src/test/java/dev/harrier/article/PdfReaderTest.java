package dev.harrier.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PdfReaderTest {
    private static byte[] pdf(String password, List<String> lines) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            write(document, page, lines);
            document.getDocumentInformation().setTitle("A kettle");
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('script-evil[.]com')"));
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void write(PDDocument document, PDPage page, List<String> lines) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            content.setLeading(12);
            content.newLineAtOffset(50, 700);
            for (String line : lines) {
                content.showText(line);
                content.newLine();
            }
            content.endText();
        }
    }

    @Test
    void itsTextIsReadAndItsScriptIsNot() throws IOException {
        Article article = ArticleReader.read(
                "a.pdf", pdf("", List.of("The kettle commu-", "nicates with evil[.]com.", "It boils.")));
        assertThat(article.title()).isEqualTo("A kettle");
        assertThat(article.text().strip()).isEqualTo("The kettle communicates\nwith evil[.]com.\nIt boils.");
    }

    @Test
    void aLockedOneSaysSo() throws IOException {
        byte[] locked = pdf("secret", List.of("x"));
        assertThatThrownBy(() -> ArticleReader.read("a.pdf", locked))
                .isInstanceOf(ArticleException.class)
                .hasMessageStartingWith("a.pdf: the PDF is locked with a password");
    }

    @Test
    void oneWithoutTextSaysSo() throws IOException {
        byte[] empty = pdf("", List.of());
        assertThatThrownBy(() -> ArticleReader.read("a.pdf", empty))
                .isInstanceOf(ArticleException.class)
                .hasMessageContaining("text recognition");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "the commu-/nication is | the communication/is",
                "the commu-/nication. It | the communication/. It",
                "evil-/kettle.com is | evil-/kettle.com is",
                "www.evil-/kettle is | www.evil-/kettle is",
                "0123abc-/def is | 0123abc-/def is",
                "state-/Of | state-/Of",
                "a -/b | a -/b",
                "-/ | -/"
            })
    void onlyPlainWordsAreJoined(String wrapped, String joined) {
        assertThat(PdfText.joined(wrapped.replace('/', '\n'))).isEqualTo(joined.replace('/', '\n'));
    }

    /** Whatever a document says, what comes out is an article or an ArticleException. */
    @Test
    void brokenDocumentsAreRefusedAndNothingElse() throws IOException {
        long seed = 20261102;
        Random random = new Random(seed);
        byte[] whole = pdf("", List.of("It boils."));
        for (int i = 0; i < 300; i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j <= random.nextInt(20); j++) {
                broken[5 + random.nextInt(broken.length - 5)] = (byte) random.nextInt(256);
            }
            assertThat(outcome(broken)).as("seed %d, document %d", seed, i).isIn("read", "refused");
        }
    }

    private static String outcome(byte[] bytes) {
        try {
            ArticleReader.read("a.pdf", bytes);
            return "read";
        } catch (ArticleException refused) {
            return "refused";
        }
    }
}
