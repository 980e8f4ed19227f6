package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads command lines: lines of code blocks, spans between backticks or quotes, and table cells, that begin with a system program. */
final class CommandReader {
    private static final int LONGEST = 2_000;
    private static final int PROMPT = 80;
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
            "payload");

    private final Article article;
    private final String text;
    private final List<Behaviour> out;

    CommandReader(Article article, List<Behaviour> out) {
        this.article = article;
        this.text = article.text();
        this.out = out;
    }

    void read(Block block) {
        int start = block.start();
        while (start < block.end()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 || newline > block.end() ? block.end() : newline;
            line(block.kind(), start, end);
            start = end + 1;
        }
    }

    private void line(Block.Kind kind, int start, int end) {
        if (kind == Block.Kind.CODE && end - start <= LONGEST) {
            command(afterPrompt(start, end), end, true);
        }
        if (kind != Block.Kind.CODE) {
            spans(kind, start, end);
        }
    }

    /** Between backticks, double quotes and typographic quotes, and between the bars and tabs of a table. */
    private void spans(Block.Kind kind, int start, int end) {
        int from = -1;
        char close = 0;
        boolean cells = kind == Block.Kind.TABLE || kind == Block.Kind.LIST;
        int cell = cells ? firstOfCell(start, end) : -1;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (cell >= 0 && (c == '\t' || c == '|')) {
                command(firstOfCell(cell, i), i, false);
                cell = i + 1;
            }
            if (from >= 0 && c == close) {
                command(from, i, true);
                from = -1;
            } else if (from < 0 && (c == '`' || c == '\u201c')) {
                from = i + 1;
                close = c == '`' ? '`' : '\u201d';
            }
        }
        if (cell >= 0) {
            command(firstOfCell(cell, end), end, false);
        }
        if (kind == Block.Kind.PROSE && end - start <= LONGEST) {
            command(firstOfCell(start, end), end, false);
        }
    }

    private int firstOfCell(int from, int end) {
        int i = from;
        while (i < end && " \t*-|\u2022+>`\"".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** {@code C:\>}, {@code PS C:\>}, {@code $}, {@code #}, {@code >}, line numbers. */
    private int afterPrompt(int start, int end) {
        int i = start;
        while (i < end && " \t$#>\"`|".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        boolean windows = text.startsWith("PS ", i) || (i + 2 < end && text.startsWith(":\\", i + 1));
        int prompt = windows ? promptEnd(i, Math.min(end, i + PROMPT)) : -1;
        return prompt < 0 ? i : afterPrompt(prompt + 1, end);
    }

    /** The {@code >} behind a folder without blanks; -1 when there is none before the limit. */
    private int promptEnd(int from, int limit) {
        for (int i = from; i < limit; i++) {
            if (text.charAt(i) == '>') {
                return i;
            }
            if (text.charAt(i) == ' ' && i > from + 3) {
                return -1;
            }
        }
        return -1;
    }

    private void command(int from, int to, boolean quoted) {
        int start = from;
        int end = to;
        while (end > start && " \t\r`|".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end - start < 6 || end - start > LONGEST) {
            return;
        }
        int blank = firstBlank(start, end);
        String program = Programs.bare(text.substring(start, blank));
        boolean message = text.charAt(blank - 1) == ':';
        boolean strong = Programs.isExecutable(program) || quoted;
        if (!message
                && blank < end
                && Programs.startsCommand(program)
                && strong
                && looksLikeArguments(blank + 1, end)) {
            add(program, start, end);
        }
    }

    private int firstBlank(int start, int end) {
        boolean quoted = text.charAt(start) == '"';
        int i = quoted ? start + 1 : start;
        while (i < end && (quoted ? text.charAt(i) != '"' : text.charAt(i) != ' ' && text.charAt(i) != '\t')) {
            i++;
        }
        return quoted && i < end ? i + 1 : i;
    }

    /** Prose goes on in words; arguments have switches, paths, quotes, or are few. */
    private boolean looksLikeArguments(int from, int end) {
        String rest = text.substring(Math.min(from, end), end).strip();
        String first = rest.split("[ \\t]", 2)[0];
        boolean marks = rest.chars().anyMatch(c -> "-/\\\"'=&|:.<>%$".indexOf(c) >= 0);
        boolean few = rest.split("[ \\t]+").length <= 4;
        return !rest.isEmpty() && !WORDS_OF_PROSE.contains(first.toLowerCase(java.util.Locale.ROOT)) && (marks || few);
    }

    private void add(String program, int start, int end) {
        String executable = Programs.image(program);
        String line = text.substring(start, end);
        RefangedText plain = Refanger.refang(line);
        String refanged = plain.between(0, plain.length);
        List<String> fragments = CommandFragments.of(refanged, executable);
        out.add(new Behaviour.CommandLine(executable, refanged, fragments, Quote.of(article, start, end)));
        child(refanged, executable, start, end);
    }

    /** {@code cmd.exe /c powershell …}: the shell starts the program behind its switch. */
    private void child(String line, String executable, int start, int end) {
        int at = executable.equals("cmd.exe") ? afterSwitch(line) : -1;
        if (at < 0) {
            return;
        }
        String next = Programs.bare(line.substring(at).strip().split("[ \\t&|]", 2)[0]);
        Optional<String> started = Programs.isExecutable(next) || Programs.startsCommand(next)
                ? Optional.of(Programs.image(next))
                : Optional.empty();
        started.filter(c -> c.endsWith(".exe"))
                .ifPresent(c -> out.add(new Behaviour.ParentChild(executable, c, Quote.of(article, start, end))));
    }

    private static int afterSwitch(String line) {
        String lower = line.toLowerCase(java.util.Locale.ROOT);
        int c = lower.indexOf(" /c ");
        int k = lower.indexOf(" /k ");
        return c >= 0 ? c + 4 : k >= 0 ? k + 4 : -1;
    }
}
