package dev.harrier.evidence;

import java.net.IDN;
import java.util.BitSet;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The form of a host name that name servers know: ASCII, lower case. What {@link IDN#toASCII(String, int)} gives, of which a
 * normalisation for each name is the most costly part: most alphabets need none. Pure.
 */
final class AsciiName {
    /** First and last of ranges whose small letters, and letters without case, stand for themselves beside each other. */
    private static final String SETTLED =
            "\u00e0\u00f6\u00f8\u0131\u014a\u017e\u01cd\u01ef\u03b1\u03c1\u03c3\u03c9\u0430\u0481\u048b\u04f9"
                    + "\u0561\u0586\u0e01\u0e30\u10d0\u10f0\u3041\u3094\u30a1\u30fa\u3400\u4db5\u4e00\u9fa5\uac00\ud7a3";

    private static final BitSet SETTLED_ALONE = settledAlone();

    private AsciiName() {}

    /** @param name dotted, lower case; empty comes out when it can be no host name */
    static String of(String name) {
        if (isAscii(name, 0, name.length())) {
            return name;
        }
        return isSettled(name) ? labels(name) : prepared(name);
    }

    private static boolean isAscii(String name, int from, int to) {
        for (int i = from; i < to; i++) {
            if (name.charAt(i) >= 128) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSettled(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean prefixed = c == 'x' && name.startsWith("xn--", i);
            if (prefixed || !(c < 128 ? isPlain(c) : SETTLED_ALONE.get(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPlain(char c) {
        return c == '.' || (Characters.isWord(c) && c != '_');
    }

    private static BitSet settledAlone() {
        BitSet settled = new BitSet(Character.MAX_VALUE);
        for (int range = 0; range < SETTLED.length(); range += 2) {
            IntStream.rangeClosed(SETTLED.charAt(range), SETTLED.charAt(range + 1))
                    .filter(c -> Character.isLowerCase(c) || Character.getType(c) == Character.OTHER_LETTER)
                    .forEach(settled::set);
        }
        return settled;
    }

    private static String labels(String name) {
        StringBuilder all = new StringBuilder(name.length() + 24);
        int start = 0;
        while (start <= name.length()) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 ? name.length() : dot;
            int from = all.append(start == 0 ? "" : ".").length();
            if (isAscii(name, start, end)) {
                all.append(name, start, end);
            } else {
                Punycode.append(name, start, end, all);
            }
            if (all.length() - from > Punycode.LONGEST) {
                return "";
            }
            start = end + 1;
        }
        return all.toString();
    }

    private static String prepared(String name) {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAName) {
            return "";
        }
    }
}
