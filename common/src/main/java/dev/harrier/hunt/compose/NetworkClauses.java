package dev.harrier.hunt.compose;

import dev.harrier.evidence.Behaviour.Network;
import dev.harrier.hunt.TextPattern;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Clauses of what an article says of malicious traffic, apart from hosts and user agents. */
final class NetworkClauses {
    private static final Set<String> COMMON = Words.set("common-web.txt");
    private static final int SHORTEST = 6;

    private final Findings findings;

    NetworkClauses(Findings findings) {
        this.findings = findings;
    }

    void add(Network network) {
        switch (network.trait()) {
            case URI_PATH -> path(network);
            case PORT ->
                findings.leaveOut(
                        "port " + network.value(),
                        "a port alone is everybody's; the article's hosts are hunted whatever the port");
            case JA3 -> findings.leaveOut("ja3 " + network.value(), "no telemetry that we search carries it");
        }
    }

    private void path(Network network) {
        String path = network.value().strip();
        if (tellsNothing(path)) {
            findings.leaveOut("uri path " + path, "words that any web application may have");
        } else {
            findings.add(Groups.PATHS, "c-uri", TextPattern.containing(path), path, network.quote());
        }
    }

    /** A path of nothing but common words, numbers and versions. */
    private static boolean tellsNothing(String path) {
        boolean hostile = path.codePoints().anyMatch(Character::isISOControl);
        return hostile
                || path.length() < SHORTEST
                || Stream.of(withoutType(path).split("[^A-Za-z0-9-]+")).allMatch(NetworkClauses::isCommon);
    }

    private static String withoutType(String path) {
        return path.toLowerCase(Locale.ROOT).replaceAll("\\.[a-z]{2,5}(?=$|[?/])", "");
    }

    private static boolean isCommon(String word) {
        return word.length() < 2 || COMMON.contains(word) || word.matches("v?[0-9]{1,9}");
    }
}
