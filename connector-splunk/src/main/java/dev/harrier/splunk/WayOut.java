package dev.harrier.splunk;

import dev.harrier.connector.ConnectorException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;

/** What a person does about a failure: each kind has its own, and none is a guess at another's. */
final class WayOut {
    private WayOut() {}

    static String of(ConnectorException e) {
        String message = String.valueOf(e.getMessage());
        return switch (e.kind()) {
            case AUTHENTICATION -> "make a new token (Settings → Tokens), or set the right user and password";
            case FORBIDDEN -> "give the role what the message names, or look with an account that may";
            case NOT_FOUND ->
                "url must be splunkd's management port alone (https://host:8089), and app one that is there";
            case CONFIGURATION -> "set what the message names in harrier.yml";
            case UNAVAILABLE -> reach(e.getCause());
            case UNEXPECTED_RESPONSE ->
                isProxy(message)
                        ? "give the proxy what it asks for: proxy-user and proxy-password"
                        : "url must be the management port (8089), not Splunk Web (8000) or a proxy's page";
            case THROTTLED ->
                "wait, let Harrier run fewer searches at once (searches), or raise srchJobsQuota of the role";
            case CONFLICT -> "somebody writes there at the same moment: run it again";
            case REJECTED_QUERY ->
                "this is no matter of roles: splunkd refuses what Harrier sends as written; is it Splunk 9 or later? Else"
                        + " report it with the message";
        };
    }

    /** By what the connection died of; an answer that says no more than "not now" has no such cause. */
    private static String reach(Throwable cause) {
        if (cause instanceof SSLException) {
            return "do what the message says of the certificate: ca, pin or client-keys, or the host in url";
        }
        if (cause instanceof UnknownHostException) {
            return "this machine's DNS doesn't know the host of url: check its spelling, or set proxy where only a proxy resolves"
                    + " names";
        }
        if (cause instanceof InterruptedIOException) {
            return "let it take longer (timeout), and look whether a firewall swallows port 8089 (on Splunk Cloud support opens it"
                    + " for your addresses)";
        }
        if (cause instanceof IOException && isProxy(String.valueOf(cause.getMessage()))) {
            return "check proxy, and give what it asks for: proxy-user and proxy-password";
        }
        if (cause instanceof SocketException) {
            return "nothing takes the connection, or it is cut: check url, port 8089 (on Splunk Cloud support opens it for your"
                    + " addresses) and proxy";
        }
        return cause == null
                ? "splunkd is starting, stopping or overloaded: look at it (splunk status, splunkd.log), and try again"
                : "check url, port 8089, proxy and ca";
    }

    private static boolean isProxy(String message) {
        return message.contains("answers 407") || message.contains("for CONNECT") || message.contains("with proxy");
    }
}
