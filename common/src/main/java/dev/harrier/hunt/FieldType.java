package dev.harrier.hunt;

/** The type of an event's field, as the lab stores it and as comparisons need it. */
public enum FieldType {
    /** Text, compared without regard to case unless said otherwise. */
    STRING,
    /** A file system path with backslashes; text whose last segment has a meaning of its own. */
    PATH,
    /** A 64-bit integer. */
    INTEGER,
    /** An IP address in text form, IPv4 or IPv6. */
    ADDRESS,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** A UTC instant, microseconds. */
    TIME
}
