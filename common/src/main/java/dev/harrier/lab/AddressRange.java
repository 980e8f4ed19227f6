package dev.harrier.lab;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses of a network in CIDR notation.
 *
 * @param bytes 4 or 16
 */
record AddressRange(BigInteger first, BigInteger last, int bytes) {
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(\\.|$)){4}(?<!\\.)");
    private static final Pattern IPV6 = Pattern.compile("(:|[0-9a-fA-F]{1,4}:)[0-9a-fA-F:.]{1,43}");

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

    /** Never resolves a name, as {@code 999.1.1.1} would be: only what is an address, or has a colon behind a digit, gets that far. */
    private static Optional<byte[]> bytes(String text) {
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text).getAddress());
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
