package dev.harrier.lab;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Texts a small slip away from another: what a wrong query takes for it. */
final class NearTexts {
    private NearTexts() {}

    /** In a fixed order, without the text itself; some may still pass the same test, which the caller checks. */
    static List<String> of(String text) {
        Set<String> near = new LinkedHashSet<>();
        if (!text.isEmpty()) {
            near.add(text.substring(0, text.length() - 1));
            near.add(text.substring(1));
            near.add(replaced(text, text.length() / 2));
        }
        near.add(text + "x");
        near.add("x" + text);
        near.add(text.replaceAll("[*?%_.]", "xy"));
        near.add(text.replace("\\", ""));
        near.add(text.replace("\\", "/"));
        near.add(text.replace(" ", "x"));
        near.add(swappedCase(text));
        near.add("unrelated");
        near.remove(text);
        return List.copyOf(near);
    }

    private static String replaced(String text, int index) {
        int end = text.offsetByCodePoints(index, 0) + Character.charCount(text.codePointAt(index));
        return text.substring(0, index)
                + (text.charAt(index) == '7' ? '8' : '7')
                + text.substring(Math.min(end, text.length()));
    }

    static String swappedCase(String text) {
        StringBuilder swapped = new StringBuilder();
        text.chars()
                .forEach(c -> swapped.append(
                        (char) (Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))));
        return swapped.toString();
    }
}
