package dev.harrier.evidence;

/** What a single word says about the things beside it. The words are in {@code cues.txt}. */
enum Cue {
    /** Says that something is malicious: {@code c2}, {@code malware}, {@code exfiltrated}. */
    MALICIOUS,
    /** Says that a number is a version: {@code version}, {@code build}. */
    VERSION,
    /** Says that a name is a network name: {@code domain}, {@code host}. */
    NETWORK,
    /** Says that the thing is an import hash. */
    IMPHASH,
    /** Says that the thing is a TLS client fingerprint. */
    JA3,
    /** Says that the thing is a hash that telemetry does not carry: {@code authentihash}, a digest, a commit. */
    OTHER_HASH,
    MUTEX,
    TASK,
    SERVICE,
    PIPE,
    BROWSER,
    USER_AGENT,
    PACKAGE,
    IMAGE,
    /** One program starts another: {@code spawned}, {@code launches}. */
    STARTS,
    /** A program is run: {@code executed}, {@code runs}. */
    RUNS,
    /** Says that a name follows: {@code dubbed}, {@code tracked}, {@code called}. */
    NAMES
}
