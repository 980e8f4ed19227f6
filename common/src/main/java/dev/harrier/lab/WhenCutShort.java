package dev.harrier.lab;

/** What to do with what was read of an input that ends in the middle. */
public enum WhenCutShort {
    /** Nothing of it stays; the load fails. */
    DISCARD,
    /** What was read stays, and the report says that there was more. */
    KEEP
}
