package dev.harrier.lab;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Opens what events are read from: gzip is known by its first bytes, whatever the name. */
final class EventInput {
    private static final int BUFFER = 1 << 16;

    private EventInput() {}

    static InputStream open(Path file) {
        if (Files.isDirectory(file)) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " is a directory, not a file of events");
        }
        try {
            return Files.newInputStream(file);
        } catch (NoSuchFileException e) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " isn't there", e);
        } catch (IOException e) {
            throw new LabException(LabException.Kind.UNREADABLE, file + " can't be read: " + e.getMessage(), e);
        }
    }

    /** The events' own bytes: unpacked, without a byte order mark. */
    static InputStream unpacked(InputStream in) throws IOException {
        InputStream plain = markable(in);
        if (startsWith(plain, 0x1f, 0x8b)) {
            plain = markable(new GZIPInputStream(plain, BUFFER));
        }
        if (startsWith(plain, 0xef, 0xbb, 0xbf)) {
            plain.skipNBytes(3);
        }
        return plain;
    }

    /** The first byte that is no white space, without taking it; -1 at the end. White space before it is taken. */
    static int peek(InputStream in) throws IOException {
        while (true) {
            in.mark(1);
            int first = in.read();
            if (first != ' ' && first != '\t') {
                in.reset();
                return first;
            }
        }
    }

    private static InputStream markable(InputStream in) {
        return new BufferedInputStream(in, BUFFER);
    }

    private static boolean startsWith(InputStream in, int... bytes) throws IOException {
        in.mark(bytes.length);
        boolean same = true;
        for (int expected : bytes) {
            same &= in.read() == expected;
        }
        in.reset();
        return same;
    }
}
