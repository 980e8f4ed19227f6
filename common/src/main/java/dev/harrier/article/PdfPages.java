package dev.harrier.article;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * Reads pages up to a number of drawing operations, so that time is bounded without a clock: a small form that draws itself a
 * thousand times over, on each of a thousand pages, ends too. Used by one thread, for one document.
 */
final class PdfPages extends PDFTextStripper {
    /** Over the whole document. A dense page has a few thousand. */
    static final long MOST_OPERATIONS = 10_000_000;

    private static final long LARGEST_CONTENT = 32L * 1024 * 1024;

    private final String id;
    private long operations;

    PdfPages(String id) {
        this.id = id;
        setSortByPosition(true);
        setLineSeparator("\n");
    }

    @Override
    public void processPage(PDPage page) throws IOException {
        for (Iterator<PDStream> streams = page.getContentStreams(); streams.hasNext(); ) {
            measure(streams.next().getCOSObject());
        }
        super.processPage(page);
    }

    /** Columns of prose are read one after the other, as they were written; anything else from the top to the bottom. */
    @Override
    protected void writePage() throws IOException {
        setSortByPosition(!PdfColumns.areTwo(
                getCharactersByArticle(), getCurrentPage().getCropBox().getWidth()));
        super.writePage();
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        measure(form.getCOSObject());
        super.showForm(form);
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operations > MOST_OPERATIONS) {
            throw PdfBombs.tooLarge(id);
        }
        super.processOperator(operator, operands);
    }

    /** Unpacks a stream filter by filter, as PDFBox will, up to the cap. */
    private void measure(COSStream stream) throws IOException {
        List<COSName> filters = filters(stream.getFilters());
        byte[] held = new byte[0];
        for (int i = 0; i < filters.size(); i++) {
            Filter filter = FilterFactory.INSTANCE.getFilter(filters.get(i));
            Capped unpacked = new Capped(i + 1 < filters.size());
            try (InputStream packed = i == 0 ? stream.createRawInputStream() : new ByteArrayInputStream(held)) {
                filter.decode(packed, unpacked, stream, i);
            }
            held = unpacked.kept.toByteArray();
        }
    }

    private static List<COSName> filters(COSBase named) {
        List<COSName> names = new ArrayList<>();
        if (named instanceof COSName name) {
            names.add(name);
        } else if (named instanceof COSArray array) {
            array.forEach(each -> {
                if (each instanceof COSName name) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    /** Counts bytes, and keeps them where another filter follows. */
    private final class Capped extends OutputStream {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final boolean keep;
        private long count;

        Capped(boolean keep) {
            this.keep = keep;
        }

        @Override
        public void write(int one) {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] many, int from, int length) {
            count += length;
            if (count > LARGEST_CONTENT) {
                throw PdfBombs.tooLarge(id);
            }
            if (keep) {
                kept.write(many, from, length);
            }
        }
    }
}
