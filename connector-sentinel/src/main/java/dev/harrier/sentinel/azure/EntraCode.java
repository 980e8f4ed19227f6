package dev.harrier.sentinel.azure;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Entra ID's commonest refusals of a program's log-in, each with what a person does about it. Numbers and meanings from Microsoft's list
 * of authentication and authorization error codes (learn.microsoft.com, Entra identity platform, reference-error-codes).
 */
public enum EntraCode {
    NO_TENANT(
            90002,
            "there is no such tenant",
            "set tenant-id to the tenant's own (Entra ID → Overview), and cloud to where it is"),
    BAD_TENANT(
            900023,
            "tenant-id is neither a domain nor an id",
            "set tenant-id to the tenant's own (Entra ID → Overview)"),
    NO_APPLICATION(
            700016,
            "the tenant has no such application",
            "set client-id to the Application (client) ID, and tenant-id to the tenant in which it is registered or consented to"),
    WRONG_SECRET(
            7000215,
            "the client secret is not the right one",
            "set client-secret to the secret's Value, not its Secret ID, and client-id to its application; or make a new one"),
    EXPIRED_SECRET(
            7000222,
            "the client secret has expired",
            "make a new one under App registrations → Certificates & secrets, or use a certificate or workload-identity"),
    DISABLED(
            7000112,
            "the application is disabled",
            "let an administrator of the tenant enable it (Enterprise applications)"),
    UNKNOWN_KEY(
            700027,
            "the application does not know the certificate",
            "upload its public part under App registrations → Certificates & secrets, or name the right file with certificate"),
    OUT_OF_DATE(
            700024,
            "the token or certificate that we show is not valid now",
            "set this machine's clock, and let the federated token be made anew"),
    NO_FEDERATION(
            70021,
            "no federated credential of the application is for this workload",
            "add one under App registrations → Certificates & secrets with this workflow's very issuer, subject and audience"),
    NO_RESOURCE(
            500011,
            "the tenant does not know the service that we ask for",
            "check cloud, and the addresses if some are set by hand (arm-endpoint, query-endpoint)"),
    BLOCKED(
            53003,
            "a Conditional Access policy forbids it",
            "let the policy except the application, or run from where it allows");

    private static final Pattern CODE = Pattern.compile("AADSTS(\\d{4,8})");

    private final int number;
    private final String meaning;
    private final String wayOut;

    EntraCode(int number, String meaning, String wayOut) {
        this.number = number;
        this.meaning = meaning;
        this.wayOut = wayOut;
    }

    /** The first one that a text names; empty if it names none, or one that isn't known here. */
    public static Optional<EntraCode> in(String text) {
        Matcher code = CODE.matcher(text);
        return code.find()
                ? Arrays.stream(values()).filter(each -> each.is(code.group(1))).findFirst()
                : Optional.empty();
    }

    /** Of a federated credential it says in a further digit whether issuer, audience or subject is another. */
    private boolean is(String code) {
        return code.equals(Integer.toString(number)) || (this == NO_FEDERATION && code.matches("70021[1-3]"));
    }

    /** What it says, for people. */
    String meaning() {
        return meaning;
    }

    /** As Entra ID writes it. */
    public String code() {
        return "AADSTS" + number;
    }

    /** What to do about it. */
    public String wayOut() {
        return wayOut;
    }
}
