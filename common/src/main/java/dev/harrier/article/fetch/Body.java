package dev.harrier.article.fetch;

import java.io.IOException;
import java.util.Locale;
import okhttp3.Response;
import okio.Buffer;
import okio.ForwardingSource;
import okio.GzipSource;
import okio.Okio;
import okio.Source;

/** Reads an answer's body within a limit that holds for the wire and, again, for what it unpacks to. */
final class Body {
    private static final long CHUNK = 64 * 1024;

    private Body() {}

    /** More bytes than allowed. */
    static final class TooLargeException extends IOException {
        private static final long serialVersionUID = 1L;

        TooLargeException(String which) {
            super(which);
        }
    }

    /** Packed in a way that nobody asked for. */
    static final class UnknownEncodingException extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownEncodingException(String encoding) {
            super(encoding);
        }
    }

    static byte[] read(Response response, long most) throws IOException {
        if (response.body().contentLength() > most) {
            throw new TooLargeException(
                    "announces %,d bytes".formatted(response.body().contentLength()));
        }
        Source wire = new Limited(response.body().source(), most, "sends more than %,d bytes");
        Source plain = new Limited(unpacked(wire, response), most, "unpacks to more than %,d bytes");
        Buffer read = new Buffer();
        while (plain.read(read, CHUNK) >= 0) {
            // The limit is the source's.
        }
        return read.readByteArray();
    }

    private static Source unpacked(Source wire, Response response) throws IOException {
        String encoding =
                response.header("Content-Encoding", "identity").strip().toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "", "identity", "none" -> wire;
            case "gzip", "x-gzip" -> new GzipSource(Okio.buffer(wire));
            default -> throw new UnknownEncodingException(encoding);
        };
    }

    private static final class Limited extends ForwardingSource {
        private final long most;
        private final String complaint;
        private long read;

        Limited(Source source, long most, String complaint) {
            super(source);
            this.most = most;
            this.complaint = complaint;
        }

        @Override
        public long read(Buffer sink, long byteCount) throws IOException {
            long now = super.read(sink, byteCount);
            read += Math.max(0, now);
            if (read > most) {
                throw new TooLargeException(complaint.formatted(most));
            }
            return now;
        }
    }
}
