package dev.harrier.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** Addresses in Base58: Bitcoin's Base58Check, and Monero's blocks. */
final class Base58 {
    private static final String ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final byte[] DIGIT = digits();
    private static final int PAYLOAD = 20;
    private static final int CHECKSUM = 4;
    /** Bytes that a block of so many characters holds. */
    private static final int[] BLOCK = {0, -1, 1, 2, -1, 3, 4, 5, -1, 6, 7, 8};

    private Base58() {}

    private static byte[] digits() {
        byte[] digits = new byte[128];
        Arrays.fill(digits, (byte) -1);
        for (int i = 0; i < ALPHABET.length(); i++) {
            digits[ALPHABET.charAt(i)] = (byte) i;
        }
        return digits;
    }

    /** The number that characters spell, big-endian in so many bytes; empty when they spell none or a larger one. */
    private static byte[] decode(String word, int from, int to, int size) {
        byte[] bytes = new byte[size];
        for (int i = from; i < to; i++) {
            char c = word.charAt(i);
            int carry = c < 128 ? DIGIT[c] : -1;
            for (int k = size - 1; k >= 0 && carry >= 0; k--) {
                carry += 58 * (bytes[k] & 0xff);
                bytes[k] = (byte) carry;
                carry >>>= 8;
            }
            if (carry != 0) {
                return new byte[0];
            }
        }
        return bytes;
    }

    /** Whether it is an address of a coin that is known here: one or two bytes of version, twenty of hash, four of checksum. */
    static boolean isChecked(String word) {
        int version = word.charAt(0) == 't' ? 2 : 1;
        byte[] bytes = decode(word, 0, word.length(), version + PAYLOAD + CHECKSUM);
        if (bytes.length == 0 || !isKnown(word, bytes)) {
            return false;
        }
        byte[] sum = sha256(sha256(Arrays.copyOf(bytes, version + PAYLOAD)));
        return endsWith(bytes, sum);
    }

    private static boolean isKnown(String word, byte[] bytes) {
        int version = bytes[0] & 0xff;
        return switch (word.charAt(0)) {
            case '1' -> version == 0x00 && leadingOnes(word) == leadingZeros(bytes);
            case '3' -> version == 0x05;
            case 'L' -> version == 0x30;
            case 'M' -> version == 0x32;
            case 'D' -> version == 0x1e;
            case 'X' -> version == 0x4c;
            case 'T' -> version == 0x41;
            default -> version == 0x1c && ((bytes[1] & 0xff) == 0xb8 || (bytes[1] & 0xff) == 0xbd);
        };
    }

    private static int leadingOnes(String word) {
        int ones = 0;
        while (ones < word.length() && word.charAt(ones) == '1') {
            ones++;
        }
        return ones;
    }

    private static int leadingZeros(byte[] bytes) {
        int zeros = 0;
        while (zeros < bytes.length && bytes[zeros] == 0) {
            zeros++;
        }
        return zeros;
    }

    /** Monero's: blocks of eleven characters that hold eight bytes each, the last four of all being Keccak's checksum. */
    static boolean isMonero(String word) {
        int blocks = word.length() / 11;
        byte[] bytes = new byte[blocks * 8 + BLOCK[word.length() % 11]];
        for (int block = 0; block <= blocks; block++) {
            int from = block * 11;
            int to = Math.min(word.length(), from + 11);
            byte[] part = decode(word, from, to, BLOCK[to - from]);
            if (part.length == 0) {
                return false;
            }
            System.arraycopy(part, 0, bytes, block * 8, part.length);
        }
        return endsWith(bytes, Keccak.hash(Arrays.copyOf(bytes, bytes.length - CHECKSUM)));
    }

    private static boolean endsWith(byte[] bytes, byte[] sum) {
        return Arrays.equals(bytes, bytes.length - CHECKSUM, bytes.length, sum, 0, CHECKSUM);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
