package dev.harrier.report;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Names of files as relative URI references (RFC 3986, section 4.2), which SARIF wants. */
public final class FileUri {
    private static final String UNRESERVED = "-._~/";

    private FileUri() {}

    /**
     * A reference with every byte escaped that is no unreserved character or slash; linear in the name's length.
     *
     * @param file with forward slashes; any text
     */
    public static String of(String file) {
        StringBuilder uri = new StringBuilder();
        for (byte each : file.replaceFirst("^//+", "/").getBytes(UTF_8)) {
            char c = (char) (each & 0xFF);
            if (isUnreserved(c)) {
                uri.append(c);
            } else {
                uri.append(String.format("%%%02X", (int) c));
            }
        }
        return uri.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }
}
