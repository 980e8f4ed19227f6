package dev.harrier.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Small documents that unpack to very much: refused, within the memory that a test has. */
class PdfBombTest {
    private static final int MEGABYTE = 1024 * 1024;

    private static byte[] deflated(byte[] part, int times) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream out = new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED))) {
            for (int i = 0; i < times; i++) {
                out.write(part);
            }
        }
        return packed.toByteArray();
    }

    private static byte[] blanks() {
        byte[] blanks = new byte[MEGABYTE];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** A document whose page's content is written as given, under the filters named. */
    private static byte[] withContent(byte[] content, String filters) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                        + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                        + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>\nendobj\n"
                        + "4 0 obj\n<</Length " + content.length + "/Filter " + filters + ">>\nstream\n")
                .getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(content);
        out.writeBytes("\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void refused(byte[] pdf) {
        assertThat(pdf.length).isLessThan(ArticleReader.LARGEST);
        Runtime.getRuntime().gc();
        assertThatThrownBy(() -> ArticleReader.read("a.pdf", pdf))
                .isInstanceOf(ArticleException.class)
                .hasMessageStartingWith("a.pdf: the PDF unpacks to")
                .hasNoCause();
    }

    @Test
    void contentThatInflatesToMoreThanAGigabyteIsRefused() throws IOException {
        refused(withContent(deflated(blanks(), 1100), "/FlateDecode"));
    }

    @Test
    void packedTwiceItIsRefusedToo() throws IOException {
        byte[] bomb = deflated(blanks(), 1100);
        refused(withContent(deflated(bomb, 1), "[/FlateDecode /FlateDecode]"));
    }

    /** Thirty-two streams below the cap of one stream each. */
    @Test
    void manyOfThemAreRefusedTogether() throws IOException {
        byte[] part = deflated(blanks(), 33);
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 32; i++) {
                PDPage page = new PDPage();
                PDStream content = new PDStream(document);
                try (OutputStream raw = content.getCOSObject().createRawOutputStream()) {
                    raw.write(part);
                }
                content.getCOSObject().setItem(COSName.FILTER, COSName.FLATE_DECODE);
                page.setContents(content);
                document.addPage(page);
            }
            refused(saved(document));
        }
    }

    /** Run lengths: 128 bytes of two, which no look at the bytes alone finds. */
    @Test
    void aPageOfManyBytesIsRefusedWhateverItsFilter() {
        byte[] runs = new byte[MEGABYTE];
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = (byte) 129;
            runs[i + 1] = ' ';
        }
        refused(withContent(runs, "/RunLengthDecode"));
    }

    /** Each of eight forms draws the next one twenty times: 20^8 drawings in a few kilobytes. */
    @Test
    @Tag("slow")
    void formsThatDrawFormsAreStoppedByTheNumberOfTheirOperations() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFormXObject inner = form(document, "0 0 m ".repeat(100), null);
            for (int depth = 0; depth < 8; depth++) {
                inner = form(document, "/F Do ".repeat(20), inner);
            }
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawForm(inner);
            }
            refused(saved(document));
        }
    }

    private static PDFormXObject form(PDDocument document, String operations, PDFormXObject inner) throws IOException {
        PDFormXObject form = new PDFormXObject(document);
        try (OutputStream out = form.getStream().createOutputStream()) {
            out.write(operations.getBytes(StandardCharsets.US_ASCII));
        }
        org.apache.pdfbox.pdmodel.PDResources resources = new org.apache.pdfbox.pdmodel.PDResources();
        if (inner != null) {
            resources.put(COSName.getPDFName("F"), inner);
        }
        form.setResources(resources);
        form.setBBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(600, 800));
        return form;
    }

    @Test
    void moreThanTwoThousandPagesAreRefused() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 2_001; i++) {
                document.addPage(new PDPage());
            }
            byte[] pdf = saved(document);
            assertThat(catchThrowableOfType(ArticleException.class, () -> ArticleReader.read("a.pdf", pdf)))
                    .hasMessageContaining("more than 2,000 pages");
        }
    }

    /** Two columns of ten lines: a sentence that goes on in the next line of its column is read as one. */
    @Test
    void twoColumnsAreReadOneAfterTheOther() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                column(content, 50, "left");
                column(content, 320, "right");
            }
            String text = ArticleReader.read("a.pdf", saved(document)).text();
            assertThat(text.indexOf("left line 9")).isLessThan(text.indexOf("right line 0"));
            assertThat(text).contains("left line 0 of the kettle that boils", "right line 9 of the kettle");
        }
    }

    private static void column(PDPageContentStream content, int x, String name) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 10);
        content.setLeading(12);
        content.newLineAtOffset(x, 700);
        for (int i = 0; i < 10; i++) {
            content.showText(name + " line " + i + " of the kettle that boils water");
            content.newLine();
        }
        content.endText();
    }
}
