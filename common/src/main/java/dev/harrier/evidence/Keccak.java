package dev.harrier.evidence;

import java.util.Arrays;

/**
 * Keccak-256 as submitted to the SHA-3 competition, which Ethereum and Monero kept; the JDK has only the later SHA-3, whose padding
 * differs. For checksums of short texts, not for secrets.
 */
final class Keccak {
    private static final int RATE = 136;
    private static final long[] ROUND = {
        0x0000000000000001L, 0x0000000000008082L, 0x800000000000808aL, 0x8000000080008000L, 0x000000000000808bL,
        0x0000000080000001L, 0x8000000080008081L, 0x8000000000008009L, 0x000000000000008aL, 0x0000000000000088L,
        0x0000000080008009L, 0x000000008000000aL, 0x000000008000808bL, 0x800000000000008bL, 0x8000000000008089L,
        0x8000000000008003L, 0x8000000000008002L, 0x8000000000000080L, 0x000000000000800aL, 0x800000008000000aL,
        0x8000000080008081L, 0x8000000000008080L, 0x0000000080000001L, 0x8000000080008008L
    };
    private static final int[] ROTATION = {
        1, 3, 6, 10, 15, 21, 28, 36, 45, 55, 2, 14, 27, 41, 56, 8, 25, 43, 62, 18, 39, 61, 20, 44
    };
    private static final int[] LANE = {
        10, 7, 11, 17, 18, 3, 5, 16, 8, 21, 24, 4, 15, 23, 19, 13, 12, 2, 20, 14, 22, 9, 6, 1
    };

    private Keccak() {}

    /** The 32 bytes of the hash. */
    static byte[] hash(byte[] message) {
        byte[] padded = Arrays.copyOf(message, (message.length / RATE + 1) * RATE);
        padded[message.length] |= 0x01;
        padded[padded.length - 1] |= (byte) 0x80;
        long[] state = new long[25];
        for (int block = 0; block < padded.length; block += RATE) {
            absorb(state, padded, block);
        }
        return squeeze(state);
    }

    private static void absorb(long[] state, byte[] padded, int from) {
        for (int i = 0; i < RATE; i++) {
            state[i / 8] ^= (padded[from + i] & 0xffL) << (8 * (i % 8));
        }
        for (long constant : ROUND) {
            round(state, constant);
        }
    }

    private static byte[] squeeze(long[] state) {
        byte[] hash = new byte[32];
        for (int i = 0; i < hash.length; i++) {
            hash[i] = (byte) (state[i / 8] >>> (8 * (i % 8)));
        }
        return hash;
    }

    private static void round(long[] state, long constant) {
        theta(state);
        rhoAndPi(state);
        chi(state);
        state[0] ^= constant;
    }

    private static void theta(long[] state) {
        long[] column = new long[5];
        for (int i = 0; i < 25; i++) {
            column[i % 5] ^= state[i];
        }
        for (int i = 0; i < 25; i++) {
            state[i] ^= column[(i + 4) % 5] ^ Long.rotateLeft(column[(i + 1) % 5], 1);
        }
    }

    private static void rhoAndPi(long[] state) {
        long moving = state[1];
        for (int i = 0; i < 24; i++) {
            long next = state[LANE[i]];
            state[LANE[i]] = Long.rotateLeft(moving, ROTATION[i]);
            moving = next;
        }
    }

    private static void chi(long[] state) {
        for (int row = 0; row < 25; row += 5) {
            long[] lanes = Arrays.copyOfRange(state, row, row + 5);
            for (int i = 0; i < 5; i++) {
                state[row + i] ^= ~lanes[(i + 1) % 5] & lanes[(i + 2) % 5];
            }
        }
    }
}
