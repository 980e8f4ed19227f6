package dev.harrier.splunk.dialect;

import dev.harrier.hunt.FieldTest;
import java.util.Set;

/** A hunt's regular expression as PCRE text for {@code match()}: flags up front, no backtick. */
final class RegexText {
    private RegexText() {}

    static String of(FieldTest.Regex regex) {
        return flags(regex.flags()) + withoutBackticks(regex.expression());
    }

    private static String flags(Set<FieldTest.Regex.Flag> flags) {
        StringBuilder letters = new StringBuilder();
        append(letters, flags, FieldTest.Regex.Flag.IGNORE_CASE, 'i');
        append(letters, flags, FieldTest.Regex.Flag.MULTILINE, 'm');
        append(letters, flags, FieldTest.Regex.Flag.DOT_ALL, 's');
        return letters.isEmpty() ? "" : "(?" + letters + ")";
    }

    private static void append(
            StringBuilder letters, Set<FieldTest.Regex.Flag> flags, FieldTest.Regex.Flag flag, char letter) {
        if (flags.contains(flag)) {
            letters.append(letter);
        }
    }

    private static String withoutBackticks(String expression) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < expression.length(); i++) {
            char c = expression.charAt(i);
            if (c == '\\' && i + 1 < expression.length()) {
                char next = expression.charAt(++i);
                text.append(next == '`' ? "\\x60" : "\\" + next);
            } else {
                text.append(c == '`' ? "\\x60" : String.valueOf(c));
            }
        }
        return text.toString();
    }
}
