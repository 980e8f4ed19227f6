package dev.harrier.report;

import static dev.harrier.report.Html.join;
import static dev.harrier.report.Html.tag;
import static dev.harrier.report.Html.text;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The frame of every page: one stylesheet, no script, and a policy under which nothing is fetched and no other style applies. */
public final class HtmlPage {
    private static final String STYLE = style();

    private HtmlPage() {}

    /**
     * A whole document.
     *
     * @param title may be hostile
     * @param content of its {@code main}
     */
    public static Html of(String title, Html... content) {
        Html head = new Html("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
                + "<meta name=\"color-scheme\" content=\"light dark\">"
                + "<meta http-equiv=\"Content-Security-Policy\" content=\"" + policy() + "\">"
                + "<title>" + text(title).markup() + " · Harrier</title><style>" + STYLE + "</style></head><body>\n");
        return join(head, tag("main", content), new Html("\n</body></html>"));
    }

    private static String policy() {
        return "default-src 'none'; style-src 'sha256-" + digest(STYLE) + "'; base-uri 'none'; form-action 'none'";
    }

    private static String digest(String text) {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(sha256);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String style() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
