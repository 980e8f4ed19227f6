package dev.harrier.article;

import java.io.IOException;
import java.io.StringWriter;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Reads the text of a PDF, in reading order; its structure is told from the text. Nothing in it is run or opened: scripts, forms and
 * attachments are left alone.
 */
final class PdfReader {
    private static final int MOST_PAGES = 2_000;
    private static final long IN_MEMORY = 64L * 1024 * 1024;

    private PdfReader() {}

    static Article read(String id, byte[] bytes) {
        PdfBombs.refuse(id, bytes);
        try (PDDocument document =
                Loader.loadPDF(bytes, "", null, null, MemoryUsageSetting.setupMixed(IN_MEMORY).streamCache)) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new ArticleException(id, "the PDF has more than %,d pages; split it".formatted(MOST_PAGES));
            }
            return article(id, document);
        } catch (InvalidPasswordException locked) {
            throw new ArticleException(
                    id, "the PDF is locked with a password; save it again without one, or give its text", locked);
        } catch (IOException | IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException broken) {
            throw broken(id, broken);
        } catch (ArithmeticException | ClassCastException | NullPointerException | StackOverflowError broken) {
            // PDFBox trusts that a document's objects are of the types that the standard asks for.
            throw broken(id, broken);
        } catch (OutOfMemoryError bomb) {
            // What PdfBombs can't see in the bytes, for it is encrypted or packed in a rare way: PDFBox unpacks objects
            // whole.
            throw new ArticleException(id, "the PDF unpacks to more than memory holds; give its text", bomb);
        }
    }

    private static ArticleException broken(String id, Throwable cause) {
        return new ArticleException(
                id, "the PDF can't be read (%s); save it again, or give its text".formatted(cause.getMessage()), cause);
    }

    private static Article article(String id, PDDocument document) throws IOException {
        CappedText out = new CappedText(id);
        new PdfPages(id).writeText(document, out);
        String text = PdfText.joined(out.toString());
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

    /** Stops a small document that says one thing a million times. */
    private static final class CappedText extends StringWriter {
        private final String id;

        CappedText(String id) {
            this.id = id;
        }

        @Override
        public void write(String text) {
            super.write(text);
            if (getBuffer().length() > ArticleReader.LARGEST) {
                throw new ArticleException(
                        id,
                        "the PDF's text is longer than the %,d characters that are read; split it"
                                .formatted(ArticleReader.LARGEST));
            }
        }
    }
}
