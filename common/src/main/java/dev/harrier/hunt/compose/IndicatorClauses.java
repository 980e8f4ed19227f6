package dev.harrier.hunt.compose;

import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.IndicatorType;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Clauses of the indicators that may be hunted; vulnerabilities are asked for by {@link ExposureClauses}. A host of a URL is hunted only if the evidence has it as a domain of its own. */
final class IndicatorClauses {
    private static final Map<IndicatorType, String> HASH_FIELDS = Map.of(
            IndicatorType.MD5, "md5",
            IndicatorType.SHA1, "sha1",
            IndicatorType.SHA256, "sha256",
            IndicatorType.IMPHASH, "Imphash");
    private static final Set<IndicatorType> NAMES_OF_BEHAVIOURS = Set.of(
            IndicatorType.FILENAME,
            IndicatorType.FILEPATH,
            IndicatorType.REGISTRY,
            IndicatorType.PIPE,
            IndicatorType.TASK,
            IndicatorType.SERVICE,
            IndicatorType.USER_AGENT);
    private static final int WIDEST_NETWORK = 16;
    private static final int WIDEST_NETWORK6 = 32;

    private final Findings findings;
    private final NameClauses names;

    IndicatorClauses(Findings findings) {
        this.findings = findings;
        this.names = new NameClauses(findings);
    }

    void add(Indicator indicator) {
        if (indicator.type() == IndicatorType.CVE) {
            return;
        }
        if (!indicator.huntable()) {
            mentioned(indicator);
        } else if (indicator.value().codePoints().anyMatch(Character::isISOControl)) {
            leaveOut(indicator, "holds control characters");
        } else {
            addHuntable(indicator);
        }
    }

    private void addHuntable(Indicator i) {
        switch (i.type()) {
            case DOMAIN -> domain(i);
            case IPV4, IPV6 ->
                findings.add(Groups.ADDRESSES, "DestinationIp", TextPattern.exactly(i.value()), i.value(), i.quote());
            case CIDR -> network(i);
            case MD5, SHA1, SHA256, IMPHASH -> hash(i);
            case URL -> url(i);
            case USER_AGENT -> names.userAgent(i.value(), i.quote());
            case EMAIL -> findings.add(Groups.SENDERS, "sender", TextPattern.exactly(i.value()), i.value(), i.quote());
            case FILENAME, FILEPATH -> names.file(i.value(), i.quote());
            case REGISTRY -> names.registry(i.value(), Optional.empty(), i.quote());
            case PIPE -> names.pipe(i.value(), i.quote());
            case TASK -> names.task(i.value(), i.quote());
            case SERVICE -> names.service(i.value(), i.quote());
            case PACKAGE, CONTAINER_IMAGE ->
                leaveOut(i, "found in lock files and registries, not in the events that we search");
            case CVE, SHA512, SSDEEP, JA3, ASN, WALLET, MUTEX -> leaveOut(i, "no telemetry that we search carries it");
        }
    }

    private void domain(Indicator i) {
        findings.add(Groups.DNS, "QueryName", ownOrBelow("QueryName", i.value()), i.value(), i.quote());
        findings.add(
                Groups.HOSTS,
                "DestinationHostname",
                ownOrBelow("DestinationHostname", i.value()),
                i.value(),
                i.quote());
    }

    private static Condition ownOrBelow(String field, String domain) {
        return new Condition.Any(List.of(
                Findings.like(field, TextPattern.exactly(domain)),
                Findings.like(field, TextPattern.endingWith("." + domain))));
    }

    private void network(Indicator i) {
        int prefix = Integer.parseInt(i.value().substring(i.value().indexOf('/') + 1));
        if (prefix < (i.value().contains(":") ? WIDEST_NETWORK6 : WIDEST_NETWORK)) {
            leaveOut(i, "so wide a network belongs to many");
            return;
        }
        Condition inside = new Condition.Match("DestinationIp", new FieldTest.InSubnet(i.value()));
        findings.add(Groups.ADDRESSES, "DestinationIp", inside, i.value(), i.quote());
    }

    private void hash(Indicator i) {
        String field = HASH_FIELDS.get(i.type());
        TextPattern hash = TextPattern.exactly(i.value());
        findings.add(Groups.HASHES_RUN, field, hash, i.value(), i.quote());
        findings.add(Groups.HASHES_LOADED, field, hash, i.value(), i.quote());
        if (i.type() != IndicatorType.IMPHASH) {
            findings.add(Groups.HASHES_WRITTEN, field, hash, i.value(), i.quote());
        }
    }

    private void url(Indicator i) {
        String address = i.value().replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "");
        int path = address.indexOf('/');
        if (path < 0 || path == address.length() - 1) {
            leaveOut(i, "a URL without a path is its host, which is judged on its own");
            return;
        }
        String host = address.substring(0, path).toLowerCase(Locale.ROOT);
        findings.add(
                Groups.URLS, "c-uri", TextPattern.containing(host + address.substring(path)), i.value(), i.quote());
    }

    private void mentioned(Indicator i) {
        if (NAMES_OF_BEHAVIOURS.contains(i.type())) {
            findings.leaveOut(i.type().word() + " " + i.value(), i.why(), i.quote());
        } else {
            leaveOut(i, i.why());
        }
    }

    private void leaveOut(Indicator i, String reason) {
        findings.leaveOut(i.type().word() + " " + i.value(), reason);
    }
}
