package dev.harrier.article.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A block of addresses and what it is for. */
@SuppressWarnings("ArrayRecordComponent")
record Network(byte[] prefix, int bits, String purpose) {
    /** Of a written block such as {@code 10.0.0.0/8}; only called with literals, which resolve without a name server. */
    @SuppressWarnings("AddressSelection")
    static Network of(String block, String purpose) {
        int slash = block.indexOf('/');
        try {
            byte[] prefix = InetAddress.getByName(block.substring(0, slash)).getAddress();
            return new Network(prefix, Integer.parseInt(block.substring(slash + 1)), purpose);
        } catch (UnknownHostException noLiteral) {
            throw new IllegalArgumentException(block + " is no block of addresses", noLiteral);
        }
    }

    boolean contains(byte[] address) {
        if (address.length != prefix.length) {
            return false;
        }
        int whole = bits / 8;
        for (int i = 0; i < whole; i++) {
            if (address[i] != prefix[i]) {
                return false;
            }
        }
        int mask = (0xff00 >> (bits % 8)) & 0xff;
        return mask == 0 || (address[whole] & mask) == (prefix[whole] & mask);
    }
}
