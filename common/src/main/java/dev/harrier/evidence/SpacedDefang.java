package dev.harrier.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code evil . com}, {@code 45 . 77 . 1 . 9}, {@code evil dot com}: what may as well be prose, and is undone only where the rest says
 * that it is an indicator: alone in its line or cell, behind a scheme, or near something else that was defanged. Looks no further than
 * {@link #NAME} back and ahead of a name's first dot. Used by one thread.
 */
final class SpacedDefang {
    private static final int NAME = 120;
    private static final int NEAR = 100;
    private static final int LABELS = 8;
    /** Top-level domains that are words as well: near a defanged value a sentence may go on with them. */
    private static final Set<String> WORDS =
            Set.copyOf(List.of(("able all am an and app are as at be by call can care data do does "
                            + "download email for he here host how id if in is it its like link links many me more my network new next no not now of "
                            + "on one open or page post py read run security see sh show so some support systems that then this to us want watch we "
                            + "web with you zip")
                    .split(" ")));

    private final Rewriting text;
    /** The end of the last name that was refused: its later dots are not asked again, so that a long row of labels costs one look. */
    private int refusedUntil;

    SpacedDefang(Rewriting text) {
        this.text = text;
    }

    /** Where the blanks before the dots of a name stand, none when it is no name, and where it ends. */
    private record Name(List<Integer> dots, int end, boolean isAddress, String last) {}

    /** At a blank behind a word, before {@code .} or {@code dot}. Returns where reading goes on, the same place when nothing is undone. */
    int dot(int i) {
        if (i < refusedUntil || separatorEnd(i) < 0) {
            return i;
        }
        int start = start(i);
        Name name = name(start, i);
        if (!name.dots().isEmpty() && fits(start, i, name)) {
            return undo(name);
        }
        refusedUntil = name.end();
        return i;
    }

    /** Behind {@code " . "} or {@code " dot "} with a word behind it; -1 when neither stands here. */
    private int separatorEnd(int i) {
        int end = text.startsWith(" . ", i) ? i + 3 : text.goesOn(i, " dot ") ? i + 5 : -1;
        return end > 0 && text.wordAt(end) ? end : -1;
    }

    /** The start of the dotted word that ends here. */
    private int start(int end) {
        int start = end;
        while (start > 0 && start > end - NAME && (text.wordAt(start - 1) || text.in[start - 1] == '.')) {
            start--;
        }
        return start;
    }

    private Name name(int start, int firstDot) {
        List<Integer> dots = new ArrayList<>();
        int label = start;
        int end = firstDot;
        while (dots.size() < LABELS && separatorEnd(end) >= 0) {
            dots.add(end);
            label = separatorEnd(end);
            end = labelsEnd(label);
        }
        int last = lastLabel(label, end);
        boolean address = isAddress(start, end);
        boolean topLevel = Boolean.TRUE.equals(Suffixes.lastLabel(text.in, last, end)) && !hasUpper(last, end);
        return new Name(address || topLevel ? dots : List.of(), end, address, text.between(last, end));
    }

    private int labelsEnd(int from) {
        int end = from;
        while (end < text.size
                && end < from + NAME / 2
                && (text.wordAt(end) || (text.in[end] == '.' && text.wordAt(end + 1)))) {
            end++;
        }
        return end;
    }

    private int lastLabel(int from, int end) {
        int start = end;
        while (start > from && text.in[start - 1] != '.') {
            start--;
        }
        return start;
    }

    private boolean hasUpper(int from, int to) {
        for (int k = from; k < to; k++) {
            if (Characters.isUpper(text.in[k])) {
                return true;
            }
        }
        return false;
    }

    /** Four numbers up to 255 and nothing else. */
    private boolean isAddress(int start, int end) {
        int groups = 0;
        int number = -1;
        for (int k = start; k < end; k++) {
            char c = text.in[k];
            if (Characters.isDigit(c)) {
                groups += number < 0 ? 1 : 0;
                number = Math.max(0, number) * 10 + c - '0';
            } else if (". dotDOT".indexOf(c) >= 0) {
                number = -1;
            } else {
                return false;
            }
            if (number > 255 || groups > 4) {
                return false;
            }
        }
        return groups == 4;
    }

    private boolean fits(int start, int dot, Name name) {
        if (start == dot
                || !Characters.isAlphanumeric(text.in[start])
                || (!name.isAddress() && text.endsLikeAName(dot))) {
            return false;
        }
        boolean alone = endsCell(name.end()) && startsCell(start);
        boolean said = !WORDS.contains(name.last()) && (text.startsWith("://", start - 3) || isNear(start, name.end()));
        return alone || said;
    }

    /** Whether only blanks and marks of a list, table or quotation stand before it in its line or cell. */
    private boolean startsCell(int start) {
        int k = start - 1;
        while (k >= 0
                && k > start - 16
                && (" -*\u2022`\"'>.)".indexOf(text.in[k]) >= 0 || Characters.isDigit(text.in[k]))) {
            k--;
        }
        boolean scheme = k > 1 && text.startsWith("://", k - 2);
        return k < 0 || text.in[k] == '\n' || text.in[k] == '|' || text.in[k] == '\t' || scheme;
    }

    /** Whether a path at most stands behind it in its line or cell. */
    private boolean endsCell(int end) {
        int k = end;
        boolean path = k < text.size && (text.in[k] == '/' || text.in[k] == ':');
        while (path && k < text.size && k < end + NAME && !Characters.isSpace(text.in[k])) {
            k++;
        }
        while (k < text.size && k < end + NAME && " `\"'\r,;".indexOf(text.in[k]) >= 0) {
            k++;
        }
        return k >= text.size || text.in[k] == '\n' || text.in[k] == '|' || text.in[k] == '\t';
    }

    private boolean isNear(int start, int end) {
        return text.defangedSince(start - NEAR) || defangedUntil(end);
    }

    /** Whether a bracket around a dot or a masked scheme follows in the same line. */
    private boolean defangedUntil(int end) {
        for (int k = end; k < text.size && k < end + NEAR && text.in[k] != '\n'; k++) {
            char c = text.in[k];
            if ((c == '[' && text.startsWith("[.]", k)) || ((c == 'h' || c == 'H') && text.goesOn(k, "hxxp"))) {
                return true;
            }
        }
        return false;
    }

    private int undo(Name name) {
        int end = name.end();
        for (int dot : name.dots()) {
            end = text.change(dot, separatorEnd(dot), ".", true);
        }
        return end;
    }
}
