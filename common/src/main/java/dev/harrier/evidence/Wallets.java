package dev.harrier.evidence;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Locale;

/** Cryptocurrency addresses: Bitcoin (Base58Check verified, bech32 by form), Ethereum, Monero. */
final class Wallets {
    private static final String BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final String BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final BigInteger FIFTY_EIGHT = BigInteger.valueOf(58);

    private Wallets() {}

    static void read(RefangedText text, int start, int end, Findings out) {
        int length = end - start;
        if (length > 106) {
            return;
        }
        String word = text.between(start, end);
        boolean ethereum = length == 42
                && word.startsWith("0x")
                && allIn(word.substring(2).toLowerCase(Locale.ROOT), "0123456789abcdef");
        boolean segwit = (length == 42 || length == 62) && word.startsWith("bc1") && allIn(word.substring(3), BECH32);
        boolean monero = (length == 95 || length == 106)
                && (word.charAt(0) == '4' || word.charAt(0) == '8')
                && allIn(word, BASE58);
        if (ethereum || segwit || monero || (length <= 35 && isBase58Check(word))) {
            out.add(IndicatorType.WALLET, word, start, end);
        }
    }

    private static boolean allIn(String word, String alphabet) {
        for (int i = 0; i < word.length(); i++) {
            if (alphabet.indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBase58Check(String word) {
        if ((word.charAt(0) != '1' && word.charAt(0) != '3') || !allIn(word, BASE58)) {
            return false;
        }
        BigInteger number = BigInteger.ZERO;
        for (int i = 0; i < word.length(); i++) {
            number = number.multiply(FIFTY_EIGHT).add(BigInteger.valueOf(BASE58.indexOf(word.charAt(i))));
        }
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[25];
        int used = Math.min(25, bytes.length);
        System.arraycopy(bytes, bytes.length - used, whole, 25 - used, used);
        byte[] sum = sha256(sha256(Arrays.copyOf(whole, 21)));
        return bytes.length <= 26 && Arrays.equals(Arrays.copyOf(sum, 4), Arrays.copyOfRange(whole, 21, 25));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
