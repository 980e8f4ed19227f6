package dev.harrier.article;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads the text of a PDF, in reading order; its structure is told from the text. */
final class PdfReader {
    private static final int MOST_PAGES = 2_000;

    private PdfReader() {}

    static Article read(String id, byte[] bytes) {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new ArticleException(id, "the PDF has more than %,d pages; split it".formatted(MOST_PAGES));
            }
            return article(id, document);
        } catch (IOException broken) {
            throw new ArticleException(
                    id,
                    "the PDF can't be read (%s); save it again without a password, or give its text"
                            .formatted(broken.getMessage()),
                    broken);
        }
    }

    private static Article article(String id, PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setLineSeparator("\n");
        String text = stripper.getText(document);
        if (text.isBlank()) {
            throw new ArticleException(id, "the PDF holds pictures but no text; run it through text recognition first");
        }
        Article read = ArticleReader.readText(id, text);
        String title = document.getDocumentInformation().getTitle();
        return title == null || title.isBlank() ? read : withTitle(read, title.strip());
    }

    private static Article withTitle(Article read, String title) {
        return new Article(read.id(), title, read.source(), read.published(), read.url(), read.text(), read.blocks());
    }
}
