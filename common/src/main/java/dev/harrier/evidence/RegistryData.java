package dev.harrier.evidence;

import dev.harrier.article.Article;
import java.util.Optional;

/** Reads what is assigned right behind a registry key: {@code = "data"}, or a line {@code "name" = data} below it as in a .reg file. */
final class RegistryData {
    private static final int NAME = 80;
    private static final int DATA = 240;

    private final String text;

    /**
     * A value that is set.
     *
     * @param name the value's name below the key; empty when the key itself ends in it
     * @param end offset after the data
     */
    record Value(String name, String data, int end) {
        /** The path of the value below a key. */
        String in(String key) {
            return name.isEmpty() ? key : key + (key.endsWith("\\") ? "" : "\\") + name;
        }
    }

    RegistryData(Article article) {
        this.text = article.text();
    }

    Optional<Value> behind(int keyEnd) {
        int i = skip(keyEnd, " \"`:]*");
        if (at(i) == '=') {
            return data("", i + 1);
        }
        return i < keyEnd + 6 ? named(skip(i, " \t\r\n")) : Optional.empty();
    }

    /** {@code "name" = data}. */
    private Optional<Value> named(int open) {
        int close = open + 1;
        while (close < open + NAME && at(close) != '"' && at(close) != '\n') {
            close++;
        }
        if (at(open) != '"' || at(close) != '"') {
            return Optional.empty();
        }
        int equals = skip(close + 1, " ");
        return at(equals) == '=' ? data(text.substring(open + 1, close), equals + 1) : Optional.empty();
    }

    private Optional<Value> data(String name, int from) {
        int start = skip(from, " ");
        boolean quoted = at(start) == '"';
        int first = quoted ? start + 1 : start;
        int end = first;
        while (end < text.length() && end < first + DATA && !ends(end, quoted)) {
            end++;
        }
        String words = text.substring(first, end).strip();
        return words.isEmpty() ? Optional.empty() : Optional.of(new Value(name, words, end));
    }

    private boolean ends(int at, boolean quoted) {
        char c = text.charAt(at);
        boolean closes = c == '"' && (!quoted || at(at + 1) <= ' ' || ",.;)`".indexOf(at(at + 1)) >= 0);
        return c == '\n' || c == '`' || closes;
    }

    private int skip(int from, String over) {
        int i = from;
        while (i < text.length() && i < from + 8 && over.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private char at(int offset) {
        return offset < text.length() ? text.charAt(offset) : '\n';
    }
}
