package dev.harrier.splunk.sdk;

import java.io.IOException;
import java.io.InputStream;

/** Reads a body whole, up to a size that no honest answer to us reaches. */
final class Capped {
    /** 64 MiB. */
    static final int LARGEST = 64 << 20;

    private Capped() {}

    static byte[] read(InputStream in) throws IOException {
        byte[] body = in.readNBytes(LARGEST);
        if (body.length == LARGEST && in.read() >= 0) {
            throw new TooLarge();
        }
        return body;
    }

    /** A body over the cap. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        TooLarge() {
            super("the answer is larger than " + (LARGEST >> 20) + " MiB");
        }
    }
}
