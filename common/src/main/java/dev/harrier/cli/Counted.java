package dev.harrier.cli;

/** Numbers of things, for people. */
final class Counted {
    private Counted() {}

    /** {@code 1 hunt}, {@code 2 hunts}: of a noun that takes an s. */
    static String of(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
