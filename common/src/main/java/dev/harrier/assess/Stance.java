package dev.harrier.assess;

/** How a sentence stands to what it speaks of. Only what is {@link #ASSERTED} was done. */
enum Stance {
    ASSERTED,
    NEGATED,
    BACKGROUND,
    HYPOTHETICAL,
    ADVICE,
    MARKETING;

    boolean counts() {
        return this == ASSERTED;
    }
}
