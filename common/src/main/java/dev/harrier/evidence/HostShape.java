package dev.harrier.evidence;

import static dev.harrier.evidence.Characters.isLetter;
import static dev.harrier.evidence.Characters.isUpper;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Step one for domains: is this dotted name a network name at all? The answers are reasons, for people. */
final class HostShape {
    static final String FILE = "not a domain: a file name";
    private static final Set<String> DETECTIONS = FactFile.words("detection-prefixes.txt");
    private static final Set<String> REVERSED = FactFile.words("package-prefixes.txt");
    private static final Set<String> OBJECTS = FactFile.words("code-objects.txt");
    private static final Set<String> PROPERTIES = FactFile.words("code-properties.txt");
    private static final Set<String> PRODUCTS = FactFile.words("dotted-products.txt");
    private static final WordTable<Boolean> FIRST_LABELS = firstLabels();

    private HostShape() {}

    /** Of all names that are asked for by name: most names begin with none of them, and need no further question. */
    private static WordTable<Boolean> firstLabels() {
        Map<String, Boolean> labels = new HashMap<>();
        Stream.of(DETECTIONS, REVERSED, OBJECTS, PRODUCTS, Set.of("system"))
                .flatMap(Set::stream)
                .forEach(name -> labels.put(name.substring(0, (name + ".").indexOf('.')), true));
        return new WordTable<>(labels);
    }

    static IndicatorType typeOf(String reason) {
        return reason.equals(FILE) ? IndicatorType.FILENAME : IndicatorType.DOMAIN;
    }

    /** Why the dotted name at {@code [start, end)} is no domain; empty when it may be one. A defanged name is what its author says it is. */
    static String reasonAgainst(RefangedText text, Findings out, int start, int end, boolean defanged) {
        char before = text.at(start - 1);
        if (before == '.' && "]>})".indexOf(text.at(start - 2)) >= 0) {
            return "not a domain: the rest of a redacted or templated name";
        }
        if (defanged) {
            return "";
        }
        String name = text.between(start, end);
        String lower = name.toLowerCase(Locale.ROOT);
        String byName = byName(name, lower, mayBeKnown(text.chars, start, end));
        return byName.isEmpty() ? byNeighbours(text, out, start, end, lower) : byName;
    }

    /** Whether it ends like an onion service's name and is none: that is a key in Base32, 16 characters, or 56 since version 3. */
    static boolean isFalseOnion(String host) {
        return host.endsWith(".onion") && !isOnion(host);
    }

    private static boolean isOnion(String lower) {
        int end = lower.length() - ".onion".length();
        int start = lower.lastIndexOf('.', end - 1) + 1;
        boolean base32 = lower.chars()
                .skip(start)
                .limit(end - start)
                .allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'));
        return base32 && (end - start == 16 || end - start == 56);
    }

    private static boolean mayBeKnown(char[] chars, int start, int end) {
        int dot = start;
        while (dot < end && chars[dot] != '.') {
            dot++;
        }
        return FIRST_LABELS.find(chars, start, dot) != null;
    }

    private static String byName(String name, String lower, boolean mayBeKnown) {
        if ((mayBeKnown && PRODUCTS.contains(lower)) || (lower.endsWith(".net") && dotNet(name))) {
            return "not a domain: a product or technology name";
        }
        String known = mayBeKnown ? byFirstLabel(name, lower) : "";
        return known.isEmpty() && sentenceBreak(name) ? "not a domain: a missing blank between two sentences" : known;
    }

    private static String byFirstLabel(String name, String lower) {
        String first = lower.substring(0, lower.indexOf('.'));
        String last = lower.substring(lower.lastIndexOf('.') + 1);
        boolean two = first.length() + last.length() + 1 == lower.length();
        if (DETECTIONS.contains(first)) {
            return "not a domain: a detection name";
        }
        if ((!two && REVERSED.contains(first)) || (first.equals("system") && isUpper(name.charAt(0)))) {
            return "not a domain: a class or package name";
        }
        return OBJECTS.contains(first) && PROPERTIES.contains(last) ? "not a domain: a property in code" : "";
    }

    /** {@code ASP.NET}, {@code Microsoft.NET}: the last label shouted or capitalised after a name that is not. */
    private static boolean dotNet(String name) {
        int dot = name.lastIndexOf('.');
        String head = name.substring(0, dot);
        boolean shouted = isUpper(name.charAt(dot + 1));
        return shouted && !head.equals(head.toUpperCase(Locale.ROOT));
    }

    private static boolean sentenceBreak(String name) {
        int dot = name.lastIndexOf('.');
        boolean capital = isUpper(name.charAt(dot + 1)) && name.length() > dot + 2 && !isUpper(name.charAt(dot + 2));
        return capital && isLetter(name.charAt(dot - 1)) && !isUpper(name.charAt(0));
    }

    private static String byNeighbours(RefangedText text, Findings out, int start, int end, String lower) {
        String last = lower.substring(lower.lastIndexOf('.') + 1);
        char before = text.at(start - 1);
        if (text.at(end) == '(' && (text.at(end + 1) == ')' || PROPERTIES.contains(last))) {
            return "not a domain: a method call";
        }
        if (before == '/' || before == '\\' || before == '$') {
            return before == '$' ? "not a domain: a variable" : "not a domain: a part of a path";
        }
        if (Suffixes.isAmbiguous(last) && !lower.startsWith("www.")) {
            return out.lastCue(Cue.NETWORK, start - 24, start) >= 0 && text.at(end) != '(' ? "" : FILE;
        }
        return before == '@' && !isHostPart(text.at(start - 2)) ? "not a domain: an account name" : "";
    }

    /** Whether what stands before an {@code @} belongs to an address: a local part's end, its comment's or its quotation's. */
    private static boolean isHostPart(char before) {
        return Characters.isWord(before) || before == ')' || before == '"';
    }
}
