package dev.harrier.evidence;

import java.util.Locale;
import java.util.Set;

/** Whether the words behind a program's name are its arguments, or prose that goes on. */
final class Arguments {
    private static final Set<String> WORDS_OF_PROSE = Set.of(
            "is",
            "was",
            "are",
            "were",
            "and",
            "or",
            "to",
            "the",
            "a",
            "an",
            "of",
            "that",
            "which",
            "process",
            "command",
            "commands",
            "in",
            "on",
            "by",
            "for",
            "with",
            "as",
            "from",
            "has",
            "had",
            "will",
            "can",
            "may",
            "script",
            "scripts",
            "module",
            "modules",
            "payload",
            "then",
            "but",
            "would",
            "does",
            "did",
            "binary",
            "file",
            "utility",
            "tool",
            "executable",
            "instance",
            "using",
            "via",
            "when",
            "after",
            "before",
            "where",
            "it",
            "into",
            "while");

    private Arguments() {}

    /** Prose goes on in words; arguments have switches, paths, quotes, or are few. */
    static boolean looksLike(String text, int from, int end) {
        String rest = text.substring(Math.min(from, end), end).strip();
        String[] words = rest.split("\\s+");
        boolean marks = rest.chars().anyMatch(c -> "-/\\\"'=&|:.<>%$".indexOf(c) >= 0);
        boolean few = words.length <= 4 && !words[0].isEmpty() && !Characters.isUpper(words[0].charAt(0));
        boolean onlyText = words.length == 1 && rest.startsWith("\"") && rest.indexOf('/') > 0;
        return !rest.isEmpty() && !isProse(words[0]) && !onlyText && (marks || few);
    }

    /** A program that nobody knows needs a switch, a path or a quoted word behind it. */
    static boolean looksSwitched(String text, int from, int end) {
        String rest = text.substring(Math.min(from, end), end).strip();
        return looksLike(text, from, end) && rest.split("\\s+").length <= 24 && isSwitch(rest.split("\\s+", 2)[0]);
    }

    static boolean isSwitch(String word) {
        boolean marked = word.length() > 1 && (word.charAt(0) == '-' || word.charAt(0) == '/') && word.charAt(1) != ' ';
        boolean path = word.indexOf('\\') >= 0 || word.startsWith("\"") || word.startsWith("%");
        return marked || path;
    }

    static boolean isProse(String word) {
        return WORDS_OF_PROSE.contains(word.toLowerCase(Locale.ROOT));
    }
}
