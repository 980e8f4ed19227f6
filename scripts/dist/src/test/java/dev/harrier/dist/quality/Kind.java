package dev.harrier.dist.quality;

import java.util.Locale;

/** What is scored, in the scorer's order. */
enum Kind {
    IP,
    DOMAIN,
    URL,
    EMAIL,
    MD5,
    SHA1,
    SHA256,
    CVE;

    static Kind of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    static boolean isKnown(String word) {
        for (Kind kind : values()) {
            if (kind.word().equals(word)) {
                return true;
            }
        }
        return false;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
