package dev.harrier.article.fetch;

import java.net.InetAddress;
import java.util.Optional;

/**
 * Which hosts an article may be fetched from. Asked for the name in the address before anything is resolved, and for each address
 * that the name resolves to before anything is connected. Implementations are stateless and thread-safe.
 */
public interface AddressPolicy {
    /**
     * Why a name may not be asked for at all; matters most behind a proxy, which resolves names itself.
     *
     * @param host a host name in lower case, or an address in its canonical spelling, without brackets
     * @return what it is, as the end of "it is …", or empty when it may be asked for
     */
    Optional<String> refusal(String host);

    /**
     * Why an address may not be connected to.
     *
     * @return what it is, as the end of "it is …", or empty when it may be connected to
     */
    Optional<String> refusal(InetAddress address);

    /** The policy of production: the public Internet and nothing else. */
    static AddressPolicy publicInternet() {
        return new PublicInternet();
    }
}
