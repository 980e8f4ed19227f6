package dev.harrier.evidence;

/**
 * Whom an article speaks to: a reader who is to type something, or somebody who is told what an attacker did.
 *
 * @param toReader how many words speak to the reader
 * @param ofAttackers how many words speak of attackers
 */
record ArticleVoice(int toReader, int ofAttackers) {
    private static final int ENOUGH = 2;

    /** Whether the reader is spoken to more than attackers are spoken of. */
    boolean isInstruction() {
        return toReader >= ENOUGH && toReader > ofAttackers;
    }

    /** Whether attackers are spoken of so much that a heading such as {@code Configuration} is about theirs. */
    boolean isOfAttackers() {
        return ofAttackers > 2 * toReader + ENOUGH;
    }
}
