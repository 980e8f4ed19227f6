package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Process trees drawn in code, lists or lines: each program below the one that is set further left. */
final class ProcessTrees {
    private static final int LONGEST_LINE = 400;
    private static final Pattern LINE = Pattern.compile(
            "^(?<marks>[ \\t|`*+>\u2502\u251c\u2514\u2500\u2570\u255a\u2550\u2192\\\\_-]*)(?<program>(?:[A-Za-z]:\\\\[^\\s\"|<>]{1,120}\\\\)?[A-Za-z0-9_.-]{1,60}?\\.exe)\\b.*$",
            Pattern.CASE_INSENSITIVE);

    private record Node(int depth, String image, int start) {}

    private final Article article;
    private final List<Behaviour> out;
    private final Deque<Node> above = new ArrayDeque<>();

    ProcessTrees(Article article, List<Behaviour> out) {
        this.article = article;
        this.out = out;
    }

    void read(Block block) {
        above.clear();
        if (block.kind() == Block.Kind.CODE || block.kind() == Block.Kind.LIST) {
            lines(block);
        }
    }

    private void lines(Block block) {
        String text = article.text();
        int start = block.start();
        while (start < block.end()) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 || newline > block.end() ? block.end() : newline;
            if (end - start <= LONGEST_LINE) {
                line(text.substring(start, end), start);
            }
            start = end + 1;
        }
    }

    private void line(String line, int offset) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            above.clear();
            return;
        }
        int depth = matcher.start("program");
        while (!above.isEmpty() && above.peek().depth() >= depth) {
            above.pop();
        }
        String image = Programs.base(matcher.group("program"));
        int start = offset + matcher.start("program");
        if (!above.isEmpty()) {
            Node parent = above.peek();
            Quote quote = Quote.of(article, parent.start(), offset + matcher.end("program"));
            if (quote.text().length() <= 4 * LONGEST_LINE) {
                out.add(new Behaviour.ParentChild(parent.image(), image, quote));
            }
        }
        above.push(new Node(depth, image, start));
    }
}
