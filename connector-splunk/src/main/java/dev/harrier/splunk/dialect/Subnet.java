package dev.harrier.splunk.dialect;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A network in CIDR notation.
 *
 * @param first its first address
 * @param prefix how many bits are fixed
 * @param bits 32 or 128
 */
record Subnet(BigInteger first, int prefix, int bits) {
    /** So strict that {@link InetAddress} never asks a name server. */
    private static final Pattern NOTATION = Pattern.compile(
            "((?:(?:25[0-5]|2[0-4]\\d|1?\\d{1,2})(?:\\.(?!/)|(?=/))){4}|(?=[0-9a-fA-F:]*:)[0-9a-fA-F:]+)/(\\d{1,3})");

    /**
     * Reads it; bits beyond the prefix are cleared.
     *
     * @throws Unsayable if the text is no network
     */
    static Subnet of(String text) {
        Matcher matcher = NOTATION.matcher(text);
        if (!matcher.matches()) {
            throw new Unsayable("not a network in CIDR notation");
        }
        byte[] address = address(matcher.group(1));
        int bits = address.length * 8;
        int prefix = Integer.parseInt(matcher.group(2));
        if (prefix > bits) {
            throw new Unsayable("not a network in CIDR notation: " + text);
        }
        BigInteger first = new BigInteger(1, address).shiftRight(bits - prefix).shiftLeft(bits - prefix);
        return new Subnet(first, prefix, bits);
    }

    /** In canonical notation. */
    String network() {
        byte[] bytes = new byte[bits / 8];
        byte[] number = first.toByteArray();
        for (int i = 1; i <= Math.min(number.length, bytes.length); i++) {
            bytes[bytes.length - i] = number[number.length - i];
        }
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + prefix;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Its last address. */
    BigInteger last() {
        return first.add(BigInteger.ONE.shiftLeft(bits - prefix)).subtract(BigInteger.ONE);
    }

    private static byte[] address(String text) {
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            throw new Unsayable("not an address: " + text);
        }
    }
}
