package dev.harrier.evidence;

import java.util.Locale;

/**
 * Cryptocurrency addresses whose checksum holds: Base58Check (Bitcoin, Litecoin, Dogecoin, Dash, Zcash, Tron), Bech32 and Bech32m
 * (Bitcoin, Litecoin), Ethereum (EIP-55 where its case is mixed; in one case there is no checksum to hold), Monero.
 */
final class Wallets {
    private static final int LONGEST = 106;

    private Wallets() {}

    static void read(RefangedText text, int start, int end, Findings out) {
        int length = end - start;
        if (length <= LONGEST && mayBe(text.chars, start, length)) {
            String word = text.between(start, end);
            String value = canonical(word);
            if (!value.isEmpty()) {
                out.add(IndicatorType.WALLET, value, start, end);
            }
        }
    }

    private static boolean mayBe(char[] chars, int start, int length) {
        return switch (chars[start]) {
            case '0' -> length == 42 && chars[start + 1] == 'x';
            case '1', '3', 'L', 'M', 'D', 'X', 't', 'T' -> length <= 35;
            case '4', '8' -> length == 95 || length == 106;
            case 'b', 'B', 'l' -> true;
            default -> false;
        };
    }

    private static String canonical(String word) {
        char first = word.charAt(0);
        if (first == '0') {
            return Ethereum.isAddress(word) ? word : "";
        }
        if (first == 'b' || first == 'B' || first == 'l') {
            return Bech32.isAddress(word) ? word.toLowerCase(Locale.ROOT) : "";
        }
        boolean monero = first == '4' || first == '8';
        boolean valid = monero ? Base58.isMonero(word) : Base58.isChecked(word);
        return valid ? word : "";
    }
}
