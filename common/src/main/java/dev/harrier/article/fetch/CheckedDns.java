package dev.harrier.article.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import okhttp3.Dns;

/**
 * Resolves names to addresses that the policy lets through. OkHttp connects to the very addresses it is given here, so that a name
 * that resolves differently a moment later gains nothing. One forbidden address condemns the name.
 */
record CheckedDns(AddressPolicy policy, Dns resolver) implements Dns {
    @Override
    public List<InetAddress> lookup(String host) throws UnknownHostException {
        List<InetAddress> addresses = resolver.lookup(host);
        for (InetAddress address : addresses) {
            Optional<String> refusal = policy.refusal(address);
            if (refusal.isPresent()) {
                throw new ForbiddenAddressException(host, address, refusal.get());
            }
        }
        return addresses;
    }
}
