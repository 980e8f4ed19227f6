package dev.harrier.evidence;

import java.util.Map;
import java.util.Set;

/** What is known to be benign everywhere, whoever names it. Immutable. */
final class BenignFacts {
    private static final Map<String, String> DOMAINS = FactFile.keysByWord("benign-domains.tsv");
    private static final Set<String> SHARED = FactFile.words("shared-infrastructure.txt");
    private static final Set<String> RESOLVERS = FactFile.words("resolvers.txt");
    private static final Set<String> RESERVED = FactFile.words("reserved-names.txt");
    private static final Map<String, String> HASHES = FactFile.keysByWord("benign-hashes.tsv");
    private static final Map<String, String> TRIVIAL_HASHES = FactFile.keysByWord("trivial-hashes.tsv");
    private static final Set<String> FILES = FactFile.words("common-files.txt");

    private BenignFacts() {}

    /** What a benign domain is, for example {@code code hosting}; empty when it is none, or when more people share it than its owner. */
    static String domain(String host) {
        String benign = Hosts.covering(DOMAINS.keySet(), host);
        String shared = Hosts.covering(SHARED, host);
        return benign.isEmpty() || shared.length() >= benign.length() ? "" : DOMAINS.get(benign);
    }

    /** Whether the bare domain is shared by so many that hunting it would hit everyone. */
    static boolean isShared(String host) {
        return SHARED.contains(host);
    }

    /** Whether it is a name below shared infrastructure, or the infrastructure itself. */
    static boolean isOnShared(String host) {
        return Hosts.covers(SHARED, host);
    }

    static boolean isResolver(String address) {
        return RESOLVERS.contains(address);
    }

    static boolean isReservedName(String host) {
        return Hosts.covers(RESERVED, host);
    }

    /** What everybody has that a lower-case hash names, for example {@code the hash of an empty file}; empty when none is known. */
    static String hash(String digest) {
        return HASHES.getOrDefault(digest, "");
    }

    /** What any machine may have that a lower-case hash names, for example {@code the hash of a file that holds one blank}; empty when none is known. */
    static String trivialHash(String digest) {
        return TRIVIAL_HASHES.getOrDefault(digest, "");
    }

    static boolean isCommonFile(String lowerCaseName) {
        return FILES.contains(lowerCaseName);
    }
}
