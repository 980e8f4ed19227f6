package dev.harrier.hunt.compose;

import dev.harrier.evidence.Vulnerability;
import dev.harrier.hunt.TextPattern;
import java.util.regex.Pattern;

/** Clauses of the vulnerabilities that an article names: which machines have them. */
final class ExposureClauses {
    private static final Pattern CVE = Pattern.compile("CVE-[0-9]{4}-[0-9]{4,19}");

    private final Findings findings;

    ExposureClauses(Findings findings) {
        this.findings = findings;
    }

    void add(Vulnerability vulnerability) {
        String id = vulnerability.id();
        if (CVE.matcher(id).matches()) {
            findings.add(Groups.EXPOSURES, "cve", TextPattern.exactly(id), id, vulnerability.quote());
        } else {
            findings.leaveOut("vulnerability " + id, "no CVE id, by which scanners and inventories call it");
        }
    }
}
