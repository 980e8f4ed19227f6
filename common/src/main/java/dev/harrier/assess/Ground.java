package dev.harrier.assess;

/** By what a technique was recognised; the first speaks loudest. */
enum Ground {
    SPELT_OUT,
    BEHAVIOUR,
    NAMED,
    DESCRIBED,
    LIKE;

    /** Whether it shows the technique whatever else the article says. */
    boolean stands() {
        return this == SPELT_OUT || this == BEHAVIOUR;
    }

    boolean isRule() {
        return this != LIKE;
    }
}
