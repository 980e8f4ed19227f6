package dev.harrier.evidence;

/** Which kind of hash the words before a place name: {@code SHA-256}, {@code sha512}, {@code MD5}. */
final class HashLabel {
    private static final int REACH = 240;

    private HashLabel() {}

    /** Whether the nearest name of a kind of hash before {@code start} is that of {@code bits}; passes over other hashes. */
    static boolean names(RefangedText text, int start, int bits) {
        for (int i = start - 1; i > start - REACH && i >= 0; i--) {
            char c = Characters.lower(text.chars[i]);
            boolean mayBe = (c == 's' || c == 'm') && !Characters.isAlphanumeric(text.at(i - 1));
            if (mayBe && (text.matches(i, "sha") || text.matches(i, "md5"))) {
                return text.matches(i, "sha" + bits)
                        || text.matches(i, "sha-" + bits)
                        || text.matches(i, "sha_" + bits);
            }
        }
        return false;
    }
}
