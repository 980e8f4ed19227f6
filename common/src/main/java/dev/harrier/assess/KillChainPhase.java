package dev.harrier.assess;

import dev.harrier.attack.Tactic;
import java.util.Locale;

/**
 * The seven phases of Lockheed Martin's Cyber Kill Chain, in its order (Hutchins, Cloppert and Amin, "Intelligence-Driven Computer
 * Network Defense Informed by Analysis of Adversary Campaigns and Intrusion Kill Chains", 2011).
 */
public enum KillChainPhase {
    RECONNAISSANCE("Reconnaissance"),
    WEAPONIZATION("Weaponization"),
    DELIVERY("Delivery"),
    EXPLOITATION("Exploitation"),
    INSTALLATION("Installation"),
    COMMAND_AND_CONTROL("Command and Control"),
    ACTIONS_ON_OBJECTIVES("Actions on Objectives");

    private final String title;

    KillChainPhase(String title) {
        this.title = title;
    }

    /** For people, for example {@code Actions on Objectives}. */
    public String title() {
        return title;
    }

    /** For machines, for example {@code actions-on-objectives}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The phase that an ATT&amp;CK tactic belongs to: our reading, for neither of the two defines it. */
    public static KillChainPhase of(Tactic tactic) {
        return switch (tactic) {
            case RECONNAISSANCE -> RECONNAISSANCE;
            case RESOURCE_DEVELOPMENT -> WEAPONIZATION;
            case INITIAL_ACCESS -> DELIVERY;
            case EXECUTION, PRIVILEGE_ESCALATION -> EXPLOITATION;
            case PERSISTENCE, DEFENSE_EVASION -> INSTALLATION;
            case COMMAND_AND_CONTROL -> COMMAND_AND_CONTROL;
            case CREDENTIAL_ACCESS, DISCOVERY, LATERAL_MOVEMENT, COLLECTION, EXFILTRATION, IMPACT ->
                ACTIONS_ON_OBJECTIVES;
        };
    }
}
