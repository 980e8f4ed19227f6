package dev.harrier.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The month's ledger and a night's report in the documentation, held to what the month really gives. */
final class MonthExample {
    private static final boolean WRITE = Boolean.getBoolean("month.write");
    private static final String LEDGER = "ledger.jsonl.gz";

    private MonthExample() {}

    /** The root is where scripts/harrier is. */
    private static Path folder() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("scripts/harrier"))) {
            root = root.getParent();
        }
        return root.resolve("common/docs/example");
    }

    static void held(String file, String text) throws IOException {
        Path path = folder().resolve(file);
        if (WRITE) {
            Files.createDirectories(folder());
            Files.writeString(path, text);
        }
        assertThat(Files.readString(path))
                .as(path + ", written anew by -Dmonth.write=true")
                .isEqualTo(text);
    }

    /** But for the fingerprints of the queries, which a better renderer changes. */
    static void heldLedger(Path ledger) throws IOException {
        Path path = folder().resolve(LEDGER);
        String text = Files.readString(ledger);
        if (WRITE) {
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(path))) {
                out.write(text.getBytes(UTF_8));
            }
        }
        try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
            assertThat(plain(new String(in.readAllBytes(), UTF_8)).equals(plain(text)))
                    .as(path + " is what the month gives; -Dmonth.write=true writes it anew")
                    .isTrue();
        }
    }

    private static String plain(String ledger) {
        return ledger.replaceAll("\"query\":\"[^\"]*\"", "");
    }
}
