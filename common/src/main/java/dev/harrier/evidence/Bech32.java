package dev.harrier.evidence;

import java.util.Locale;

/** Segregated-witness addresses (BIP 173, BIP 350): a prefix, {@code 1}, the data, and a checksum over both. */
final class Bech32 {
    private static final String ALPHABET = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final int[] GENERATOR = {0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
    private static final int PLAIN = 1;
    private static final int MODIFIED = 0x2bc830a3;

    private Bech32() {}

    /** Whether it is an address of Bitcoin or Litecoin, in one case, with its checksum right. */
    static boolean isAddress(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean oneCase = word.equals(lower) || word.equals(word.toUpperCase(Locale.ROOT));
        int prefix = lower.startsWith("bc1") ? 2 : lower.startsWith("ltc1") ? 3 : 0;
        if (!oneCase || prefix == 0 || word.length() < prefix + 1 + 8 || word.length() > 90) {
            return false;
        }
        int version = ALPHABET.indexOf(lower.charAt(prefix + 1));
        int sum = checksum(lower, prefix);
        return version == 0 ? sum == PLAIN : version > 0 && version <= 16 && sum == MODIFIED;
    }

    private static int checksum(String word, int prefix) {
        int sum = 1;
        for (int i = 0; i < prefix; i++) {
            sum = step(sum, word.charAt(i) >> 5);
        }
        sum = step(sum, 0);
        for (int i = 0; i < prefix; i++) {
            sum = step(sum, word.charAt(i) & 31);
        }
        for (int i = prefix + 1; i < word.length(); i++) {
            int value = ALPHABET.indexOf(word.charAt(i));
            if (value < 0) {
                return 0;
            }
            sum = step(sum, value);
        }
        return sum;
    }

    private static int step(int sum, int value) {
        int next = (sum & 0x1ffffff) << 5 ^ value;
        for (int i = 0; i < 5; i++) {
            next ^= (sum >>> 25 >>> i & 1) == 1 ? GENERATOR[i] : 0;
        }
        return next;
    }
}
