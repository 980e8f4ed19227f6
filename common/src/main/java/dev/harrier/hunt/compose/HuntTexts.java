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
        if (plain.length() <= longest) {
            return plain;
        }
        int end = longest - 3;
        return plain.substring(0, Character.isHighSurrogate(plain.charAt(end - 1)) ? end - 1 : end) + "...";
    }
}
