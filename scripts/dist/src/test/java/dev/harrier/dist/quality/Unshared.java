package dev.harrier.dist.quality;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * A case of a peer whose expectation a reader of threat reports would not share, and why; from {@code unshared-cases.tsv}.
 *
 * @param number the case's line in {@code cases.jsonl}, from 0
 * @param digest of its text, so that a list gone stale is noticed
 * @param ground in one word, which a test may check
 * @param reason for people
 */
record Unshared(int number, String digest, Ground ground, String reason) {
    /** Why an expectation is not shared. */
    enum Ground {
        /** Every value that is missing was recognised, and dropped as benign as the issue says; checked by a test. */
        DROPPED,
        /** The case switches something of its peer on or off that a report does not say. */
        OPTION,
        /** It wants the value as it was written: defanged, encoded, with blanks. */
        AS_WRITTEN,
        /** It tests one type alone and wants nothing, where the text names a value of another. */
        OTHER_TYPE,
        /** What it wants is not an observable that the text names. */
        NO_OBSERVABLE
    }

    static List<Unshared> read() {
        try (InputStream in = Unshared.class.getResourceAsStream("unshared-cases.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(Unshared::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Unshared of(String line) {
        String[] columns = line.split("\t", -1);
        return new Unshared(Integer.parseInt(columns[0]), columns[1], Ground.valueOf(columns[2]), columns[3]);
    }
}
