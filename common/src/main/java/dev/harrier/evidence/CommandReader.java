package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads command lines: lines of code blocks, with those that continue them; spans between backticks or quotation marks; table cells
 * and list items; and, in prose, a program with its ending that options follow.
 */
final class CommandReader {
    private static final int LONGEST = 2_000;
    private static final int MOST_LINES = 24;

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
            int end = lineEnd(start, block);
            if (block.kind() == Block.Kind.CODE) {
                end = lastLine(start, end, block);
                code(start, end);
            } else {
                spans(block.kind(), start, end);
            }
            start = end + 1;
        }
    }

    private int lineEnd(int start, Block block) {
        int newline = text.indexOf('\n', start);
        return newline < 0 || newline > block.end() ? block.end() : newline;
    }

    /** The end of the last line that a continuation mark joins to this one. */
    private int lastLine(int start, int firstEnd, Block block) {
        int end = firstEnd;
        int lines = 0;
        while (end < block.end() && lines < MOST_LINES && continues(start, end)) {
            end = lineEnd(end + 1, block);
            lines++;
        }
        return end;
    }

    /** A shell's {@code \}, Windows' {@code ^}, PowerShell's backtick, or a pipe, at the end of a line. */
    private boolean continues(int start, int end) {
        int last = end - 1;
        while (last > start && Character.isWhitespace(text.charAt(last))) {
            last--;
        }
        boolean mark = last > start && "\\^`|".indexOf(text.charAt(last)) >= 0;
        return mark && (text.charAt(last) == '|' || Character.isWhitespace(text.charAt(last - 1)));
    }

    private void code(int start, int end) {
        if (end - start <= 2 * LONGEST) {
            command(Prompts.behind(text, start, end), end, true);
        }
    }

    /** Between backticks and typographic quotes, straight ones around a known program, and between the bars and tabs of a table. */
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
            if (from >= 0 && c == close && (c != '"' || closes(i, end))) {
                command(from, i, true);
                from = -1;
            } else if (from < 0 && opens(c, i, start)) {
                from = i + 1;
                close = c == '\u201c' ? '\u201d' : c;
            }
        }
        if (cell >= 0) {
            command(firstOfCell(cell, end), end, false);
        }
        if (kind == Block.Kind.PROSE && end - start <= LONGEST) {
            command(firstOfCell(start, end), end, false);
        }
        if (kind != Block.Kind.HEADING) {
            new ProseCommands(text, this::command).read(start, end);
        }
    }

    private boolean opens(char c, int at, int lineStart) {
        boolean before = at == lineStart || " (:[*|".indexOf(text.charAt(at - 1)) >= 0;
        return c == '`' || c == '\u201c' || (c == '"' && before);
    }

    private boolean closes(int at, int end) {
        return at + 1 >= end || " .,;:)]|*".indexOf(text.charAt(at + 1)) >= 0;
    }

    private int firstOfCell(int from, int end) {
        int i = from;
        while (i < end && " \t*-|\u2022+>`\"".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private void command(int from, int to, boolean quoted) {
        int start = from;
        int end = to;
        while (end > start && " \t\r`|".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (end - start >= 6 && end - start <= LONGEST) {
            trimmed(start, end, quoted);
        }
    }

    private void trimmed(int start, int end, boolean quoted) {
        int blank = firstBlank(start, end);
        String program = Programs.bare(text.substring(start, blank));
        boolean message = text.charAt(blank - 1) == ':';
        boolean known = Programs.startsCommand(program) && (quoted || Programs.isExecutable(program));
        boolean unknown = quoted && Programs.isExecutable(program);
        boolean arguments = blank < end
                && (known
                        ? Arguments.looksLike(text, blank + 1, end)
                        : unknown && Arguments.looksSwitched(text, blank + 1, end));
        if (!message && arguments) {
            add(program, start, end);
        }
    }

    private int firstBlank(int start, int end) {
        boolean quoted = text.charAt(start) == '"';
        int i = quoted ? start + 1 : start;
        while (i < end && (quoted ? text.charAt(i) != '"' : " \t\r\n".indexOf(text.charAt(i)) < 0)) {
            i++;
        }
        return quoted && i < end ? i + 1 : i;
    }

    private void add(String program, int start, int end) {
        String executable = Programs.image(program);
        String line = joined(text.substring(start, end));
        RefangedText plain = Refanger.refang(line);
        String refanged = plain.between(0, plain.length);
        List<String> fragments = CommandFragments.of(refanged, executable);
        out.add(new Behaviour.CommandLine(executable, refanged, fragments, Quote.of(article, start, end)));
        child(refanged, executable, start, end);
    }

    /** Lines that continue each other as one line, without the marks. */
    private static String joined(String lines) {
        return lines.indexOf('\n') < 0 ? lines : lines.replaceAll("[ \\t]*[\\\\^`]?\\s*\\n\\s*", " ");
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
        String lower = line.toLowerCase(Locale.ROOT);
        int c = lower.indexOf(" /c ");
        int k = lower.indexOf(" /k ");
        return c >= 0 ? c + 4 : k >= 0 ? k + 4 : -1;
    }
}
