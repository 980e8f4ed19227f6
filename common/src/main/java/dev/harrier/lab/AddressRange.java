package dev.harrier.lab;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * The addresses of a network in CIDR notation.
 *
 * @param bytes 4 or 16
 */
record AddressRange(BigInteger first, BigInteger last, int bytes) {
    /** Empty if the text is no network. */
    static Optional<AddressRange> of(String cidr) {
        int slash = cidr.indexOf('/');
        Optional<byte[]> address = bytes(slash < 0 ? cidr : cidr.substring(0, slash));
        if (slash < 0 || address.isEmpty()) {
            return Optional.empty();
        }
        int width = address.get().length * 8;
        int free = width - Integer.parseInt(cidr.substring(slash + 1));
        BigInteger first = new BigInteger(1, address.get()).shiftRight(free).shiftLeft(free);
        BigInteger last = first.add(BigInteger.ONE.shiftLeft(free)).subtract(BigInteger.ONE);
        return Optional.of(new AddressRange(first, last, width / 8));
    }

    boolean holds(String text) {
        return bytes(text)
                .filter(address -> address.length == bytes)
                .map(address -> new BigInteger(1, address))
                .filter(number -> number.compareTo(first) >= 0 && number.compareTo(last) <= 0)
                .isPresent();
    }

    /** An address so far after the first one, as text; empty outside the address space. */
    Optional<String> at(BigInteger number) {
        if (number.signum() < 0 || number.bitLength() > bytes * 8) {
            return Optional.empty();
        }
        byte[] address = new byte[bytes];
        byte[] digits = number.toByteArray();
        int count = Math.min(digits.length, bytes);
        System.arraycopy(digits, digits.length - count, address, bytes - count, count);
        try {
            return Optional.of(InetAddress.getByAddress(address).getHostAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Never resolves a name: only digits, dots, colons and hexadecimal letters get that far. */
    private static Optional<byte[]> bytes(String text) {
        if (!text.matches("[0-9.]{7,15}") && !text.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
