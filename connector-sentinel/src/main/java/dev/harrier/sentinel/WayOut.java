package dev.harrier.sentinel;

import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.sentinel.azure.EntraCode;
import dev.harrier.sentinel.azure.QueryOutcome;
import java.io.InterruptedIOException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What a person does about a failure: each kind has its own, and none is a guess at another's. */
final class WayOut {
    private static final String LOOK =
            "give the account Microsoft Sentinel Reader on the workspace (Access control) to look,"
                    + " Microsoft Sentinel Contributor to deploy";
    private static final String COUNT =
            "give the account Log Analytics Reader on the workspace (Access control): without it nothing"
                    + " can be counted";

    private WayOut() {}

    /** Of a failure that ARM or the log-in is behind. */
    static String of(ConnectorException e) {
        return of(e, LOOK);
    }

    /** Of a failure of the query API. */
    static String ofCounting(ConnectorException e) {
        return switch (e.kind()) {
            case NOT_FOUND -> "set workspace-id to the workspace's own Workspace ID (its Overview in the portal)";
            default -> of(e, COUNT);
        };
    }

    /** Of a query that the service gave no whole answer to. */
    static String ofQuery(QueryOutcome outcome) {
        Optional<Kind> kind = outcome.kind();
        if (outcome.unresolved().isPresent()) {
            return "the workspace has nothing of that name: connect the source under Data connectors, wait for its first event,"
                    + " and check workspace-id";
        }
        if (kind.isEmpty()) {
            return "ask again: the service answered in part only, mostly because it was busy";
        }
        return switch (kind.get()) {
            case REJECTED_QUERY ->
                "this is no matter of roles: the service refuses Harrier's own query as written; upgrade Harrier, or report it"
                        + " with the message";
            case THROTTLED ->
                "wait a minute; if it stays so, give Harrier an account of its own, for the limit is an account's";
            case UNAVAILABLE -> "ask again later, or let queries take longer: query-timeout";
            default -> "see the message";
        };
    }

    private static String of(ConnectorException e, String role) {
        return switch (e.kind()) {
            case AUTHENTICATION -> logIn(String.valueOf(e.getMessage()));
            case FORBIDDEN -> role;
            case NOT_FOUND -> "check subscription, resource-group and workspace, and whether the account may see it";
            case CONFIGURATION ->
                "set what the message names to what the portal shows of the workspace (Overview → JSON View)";
            case UNAVAILABLE -> reach(e.getCause());
            case UNEXPECTED_RESPONSE ->
                "something between us and Azure answers instead, mostly a proxy that wants a log-in: check proxy, ca and the"
                        + " endpoints";
            case THROTTLED ->
                "wait a minute; if it stays so, give Harrier an account of its own, for the limit is an account's";
            case CONFLICT -> "somebody writes there at the same moment: run it again";
            case REJECTED_QUERY -> "the service refuses what Harrier sends as written: report it with the message";
        };
    }

    private static String logIn(String message) {
        if (message.contains("issuer")) {
            return "set tenant-id to the tenant that the subscription is in, or subscription to one of this tenant's";
        }
        return EntraCode.in(message)
                .map(EntraCode::wayOut)
                .orElse("make a new secret or certificate under App registrations, or log in anew (az login), and check"
                        + " tenant-id, client-id and cloud");
    }

    /** By what the connection died of; an answer that says no more than "not now" has no such cause. */
    private static String reach(Throwable cause) {
        if (cause instanceof SSLPeerUnverifiedException) {
            return "the certificate is for another host: check cloud and the endpoints";
        }
        if (cause instanceof SSLException) {
            return "set ca to the file of the CA that signs what this network shows us (a company's inspecting proxy, mostly)";
        }
        if (cause instanceof UnknownHostException) {
            return "this machine's DNS doesn't know the name: check cloud and the endpoints, or set proxy where only a proxy"
                    + " resolves names";
        }
        if (cause instanceof InterruptedIOException) {
            return "let it take longer (timeout), and look whether a firewall swallows the connection: set proxy where there is one";
        }
        if (cause instanceof SocketException) {
            return "nothing takes the connection, or it is cut: check the firewall, proxy and the endpoints";
        }
        return cause == null
                ? "Azure is busy or down there: try again later, and look at https://status.azure.com"
                : "check the way to Azure: proxy, ca, cloud and the endpoints";
    }
}
