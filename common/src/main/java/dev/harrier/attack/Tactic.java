package dev.harrier.attack;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The fourteen tactics of enterprise ATT&amp;CK v18.1, in the matrix's order, which is also the order of a kill chain. */
public enum Tactic {
    RECONNAISSANCE("TA0043", "Reconnaissance"),
    RESOURCE_DEVELOPMENT("TA0042", "Resource Development"),
    INITIAL_ACCESS("TA0001", "Initial Access"),
    EXECUTION("TA0002", "Execution"),
    PERSISTENCE("TA0003", "Persistence"),
    PRIVILEGE_ESCALATION("TA0004", "Privilege Escalation"),
    DEFENSE_EVASION("TA0005", "Defense Evasion"),
    CREDENTIAL_ACCESS("TA0006", "Credential Access"),
    DISCOVERY("TA0007", "Discovery"),
    LATERAL_MOVEMENT("TA0008", "Lateral Movement"),
    COLLECTION("TA0009", "Collection"),
    COMMAND_AND_CONTROL("TA0011", "Command and Control"),
    EXFILTRATION("TA0010", "Exfiltration"),
    IMPACT("TA0040", "Impact");

    private final String id;
    private final String title;

    Tactic(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** ATT&amp;CK's id, for example {@code TA0002}. */
    public String id() {
        return id;
    }

    /** ATT&amp;CK's name, for example {@code Defense Evasion}. */
    public String title() {
        return title;
    }

    /** The short name that ATT&amp;CK's STIX and Sigma's tags use, for example {@code defense-evasion}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Sentinel's spelling (alert rule {@code tactics}), for example {@code DefenseEvasion}. */
    public String camelCase() {
        return title.replace(" and ", "And").replace(" ", "");
    }

    /** The tactic of a short name, in either Sigma's {@code defense_evasion} or STIX's {@code defense-evasion} spelling. */
    public static Optional<Tactic> byShortName(String shortName) {
        String wanted = shortName.toLowerCase(Locale.ROOT).replace('_', '-');
        return Arrays.stream(values()).filter(t -> t.shortName().equals(wanted)).findFirst();
    }
}
