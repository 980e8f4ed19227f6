package dev.harrier.splunk.dialect;

import dev.harrier.dialect.SqlText;
import java.util.regex.Pattern;

/**
 * A PCRE of Splunk's for DuckDB's RE2. What RE2 lacks (look-around, back-references, atomic and possessive groups) is refused; a
 * {@code $} also matches before a last line break, as PCRE has it.
 */
final class RegexSql {
    private static final Pattern LACKING =
            Pattern.compile("(?<!\\\\)(?:\\\\\\\\)*(?:\\(\\?(?:[=!>|#R&0-9]|<[=!])|\\\\[1-9gkGKRXZhHvV]|[*+?}]\\+)");

    private RegexSql() {}

    /** A literal for {@code regexp_matches}. */
    static String of(Sql expression, int offset) {
        String pattern = literal(expression, offset);
        if (LACKING.matcher(pattern).find()) {
            throw new SyntaxProblem("this regular expression uses what DuckDB's engine lacks", offset);
        }
        return SqlText.literal(adapted(pattern));
    }

    /** The text of a string literal. */
    static String literal(Sql expression, int offset) {
        String text = expression.text();
        if (expression.type() != Type.TEXT || !text.startsWith("'")) {
            throw new SyntaxProblem("only a literal is translated here", offset);
        }
        return text.substring(1, text.length() - 1).replace("''", "'");
    }

    private static String adapted(String pattern) {
        StringBuilder text = new StringBuilder();
        boolean multiline = pattern.matches("(?s)\\(\\?[a-z]*m[a-z]*\\).*");
        int inClass = -1;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                text.append(c).append(pattern.charAt(++i));
            } else if (c == '[' && inClass < 0) {
                inClass = i;
                text.append(c);
            } else if (c == ']' && inClass >= 0 && i > inClass + 1 && !pattern.startsWith("[^]", i - 2)) {
                inClass = -1;
                text.append(c);
            } else {
                text.append(c == '$' && inClass < 0 && !multiline ? "(?:\\n?\\z)" : String.valueOf(c));
            }
        }
        return text.toString();
    }
}
