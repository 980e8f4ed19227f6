package dev.harrier.watch;

/**
 * What came of asking all feeds once.
 *
 * @param asked feeds that were due
 * @param failed of them, without an answer
 * @param findings about feeds and their entries
 * @param packs written or written anew
 */
public record Round(int asked, int failed, int findings, int packs) {
    Round and(Round other) {
        return new Round(asked + other.asked, failed + other.failed, findings + other.findings, packs + other.packs);
    }
}
