package dev.harrier.hunt.compose;

/** Words of an article made fit to be read in a description: one line, no control or direction characters. */
final class HuntTexts {
    private HuntTexts() {}

    static String plain(String text) {
        return text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\s]+", " ").strip();
    }

    /** At most {@code longest} characters. */
    static String shortened(String text, int longest) {
        String plain = plain(text);
        return plain.length() <= longest ? plain : plain.substring(0, longest - 3).strip() + "...";
    }
}
