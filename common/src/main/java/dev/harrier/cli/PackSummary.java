package dev.harrier.cli;

import dev.harrier.evidence.Indicator;
import dev.harrier.hunt.HuntPack;

/** A pack in one or two lines. */
final class PackSummary {
    private PackSummary() {}

    static String of(HuntPack pack) {
        long huntable = pack.evidence().indicators().stream()
                .filter(Indicator::huntable)
                .count();
        return "  " + pack.assessment().relevance().kind().words()
                + ", severity " + pack.assessment().severity().level().word()
                + ": " + pack.evidence().indicators().size() + " indicators (" + huntable + " huntable), "
                + pack.evidence().behaviours().size() + " behaviours, "
                + pack.assessment().techniques().size() + " techniques → "
                + Counted.of(pack.hunts().size(), "hunt") + ", "
                + pack.leftOut().size() + " left out";
    }
}
