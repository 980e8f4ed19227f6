package dev.harrier.evidence;

import java.util.HashMap;
import java.util.Map;

/** What a single word says about an article, or begins. The words are in {@code behaviour-words.txt}. */
enum Signal {
    /** Speaks to the reader: {@code you}. */
    READER,
    /** Speaks of attackers: {@code malware}. */
    ATTACKER,
    /** A port follows, or stands before. */
    PORT,
    /** Amazon's cloud is spoken of. */
    AWS,
    /** Microsoft's cloud or mail is spoken of. */
    MICROSOFT_CLOUD,
    /** Google's cloud is spoken of. */
    GOOGLE_CLOUD,
    /** Containers are spoken of. */
    CONTAINERS,
    /** Build pipelines or package registries are spoken of. */
    SUPPLY_CHAIN,
    /** A package's name may follow: {@code npm}. */
    PACKAGES,
    /** A container image's name may follow. */
    IMAGES;

    /** Every word with what it says. */
    static Map<String, Signal> words() {
        Map<String, Signal> words = new HashMap<>();
        FactFile.keysByWord("behaviour-words.txt").forEach((word, signal) -> words.put(word, valueOf(signal)));
        return words;
    }
}
