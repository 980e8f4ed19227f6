package dev.harrier.article.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** A name that resolves to an address which the policy refuses; an {@code UnknownHostException}, for OkHttp lets through no other. */
final class ForbiddenAddressException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenAddressException(String host, InetAddress address, String purpose) {
        super(host + " resolves to " + address.getHostAddress() + ", " + purpose);
    }
}
