package dev.harrier.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Ethereum's addresses: {@code 0x} and 40 hex digits, whose case may be a checksum (EIP-55). */
final class Ethereum {
    private Ethereum() {}

    /** Whether 42 characters that begin with {@code 0x} are an address. */
    static boolean isAddress(String word) {
        String digits = word.substring(2);
        String lower = digits.toLowerCase(Locale.ROOT);
        boolean oneCase = digits.equals(lower) || digits.equals(digits.toUpperCase(Locale.ROOT));
        return isHex(digits) && !isOneDigit(lower) && (oneCase || caseFits(digits, lower));
    }

    private static boolean isHex(String digits) {
        return digits.chars().allMatch(c -> Characters.isHex((char) c));
    }

    private static boolean isOneDigit(String digits) {
        return digits.chars().allMatch(c -> c == digits.charAt(0));
    }

    /** A letter is a capital exactly where the hash of the whole has a digit above seven. */
    private static boolean caseFits(String digits, String lower) {
        byte[] hash = Keccak.hash(lower.getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < digits.length(); i++) {
            int nibble = hash[i / 2] >> (i % 2 == 0 ? 4 : 0) & 0xf;
            char c = digits.charAt(i);
            if (Characters.isLetter(c) && Characters.isUpper(c) != nibble > 7) {
                return false;
            }
        }
        return true;
    }
}
