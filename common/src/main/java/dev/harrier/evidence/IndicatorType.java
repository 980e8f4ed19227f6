package dev.harrier.evidence;

import java.util.Locale;

/** The kinds of observable that an article names. The word in reports and in the machine contract is {@link #word()}. */
public enum IndicatorType {
    IPV4,
    IPV6,
    CIDR,
    DOMAIN,
    URL,
    EMAIL,
    MD5,
    SHA1,
    SHA256,
    SHA512,
    IMPHASH,
    SSDEEP,
    JA3,
    CVE,
    ASN,
    WALLET,
    MUTEX,
    PIPE,
    USER_AGENT,
    FILENAME,
    FILEPATH,
    REGISTRY,
    TASK,
    SERVICE,
    PACKAGE,
    CONTAINER_IMAGE;

    /** The lower-case word of the {@code extract} contract, for example {@code sha256}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is a file hash that endpoint telemetry carries. */
    public boolean isHash() {
        return this == MD5 || this == SHA1 || this == SHA256;
    }
}
