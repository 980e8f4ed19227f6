package dev.harrier.lab;

/**
 * A stretch of input that holds whole records.
 *
 * @param bytes given away: nobody changes them any more
 * @param from where the records begin
 * @param to where they end
 * @param newlines in a record that was too long and thrown away; 0 for ordinary chunks
 * @param tooLong whether this stands for one record that was thrown away
 */
record Chunk(byte[] bytes, int from, int to, long newlines, boolean tooLong) {
    static Chunk of(byte[] bytes, int from, int to) {
        return new Chunk(bytes, from, to, 0, false);
    }

    static Chunk thrownAway(long newlines) {
        return new Chunk(new byte[0], 0, 0, newlines, true);
    }
}
