package dev.harrier.evidence;

/** How an article stands to something that its text shows: only {@link #ATTACK} was done by an attacker, or is said to be what one does. */
public enum BehaviourStance {
    /** An attacker or malware did it, or does it. */
    ATTACK,
    /** It did not happen: {@code we did not see it run cmd.exe}. */
    NEGATED,
    /** Somebody else, another product or an earlier time: {@code unlike}, {@code the legitimate}. */
    CONTRAST,
    /** What a defender should do, watch or switch off: {@code disable X}, {@code hunt for Y}. */
    ADVICE,
    /** What the reader is told to type to install, build or try something. */
    INSTRUCTION;

    /** The lower-case word of the {@code extract} contract. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
