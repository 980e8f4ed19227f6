package dev.harrier.evidence;

/**
 * What the three steps say about one candidate in its place.
 *
 * @param kept whether it is an indicator
 * @param huntable whether a hunt may be made of it
 * @param why the reason, for people
 */
record Decision(boolean kept, boolean huntable, String why) {
    static Decision drop(String why) {
        return new Decision(false, false, why);
    }

    static Decision keep(String why) {
        return new Decision(true, false, why);
    }

    static Decision hunt(String why) {
        return new Decision(true, true, why);
    }

    /** Better beats worse when an article names a thing twice: huntable, then kept, then dropped. */
    int rank() {
        return huntable ? 2 : kept ? 1 : 0;
    }
}
