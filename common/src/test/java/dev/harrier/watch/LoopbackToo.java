package dev.harrier.watch;

import dev.harrier.article.fetch.AddressPolicy;
import java.net.InetAddress;
import java.util.Optional;

/** Production's policy, but for the test's own server. */
public final class LoopbackToo implements AddressPolicy {
    private final AddressPolicy production = AddressPolicy.publicInternet();

    @Override
    public Optional<String> refusal(String host) {
        return host.equals("localhost") ? Optional.empty() : production.refusal(host);
    }

    @Override
    public Optional<String> refusal(InetAddress address) {
        return address.isLoopbackAddress() ? Optional.empty() : production.refusal(address);
    }
}
