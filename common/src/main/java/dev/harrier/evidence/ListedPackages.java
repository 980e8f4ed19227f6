package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads lists, tables and code blocks of packages, extensions and images that the heading above or the sentence before calls
 * malicious. One pass over the article's blocks; used by one thread.
 */
final class ListedPackages {
    private static final int LONGEST = 300;
    private static final int MOST_COLUMNS = 24;
    private static final Pattern ITEM = Pattern.compile(
            "[\\s*+\u2022>-]*(?:\\d{1,3}[.)]\\s)?[`\"\u201c*]{0,3}([@\\w][\\w@./:=+~-]{1,200})[`\"\u201d*]{0,3}(?:\\s?[(,:;\u2013|].*|\\s-\\s.*|\\s+v?\\d[\\w.]*.*)?");
    private static final Pattern CELL =
            Pattern.compile("\\s*[`\"\u201c*]{0,3}([@\\w][\\w@./:=+~-]{1,200})[`\"\u201d*]{0,3}\\s*");
    private static final Pattern COLUMN = Pattern.compile(
            "(?i)[\\s*_`]*(?:(?:npm|pypi|malicious|compromised|affected) )*(?:package|library|module|extension|image|project|crate|gem)s?(?: names?| ids?)?[\\s*_`]*");
    private static final Pattern OTHERS = Pattern.compile(
            "(?i)\\b(?:imitated|impersonated|mimicked|targeted|legitimate|by malicious|safe|fixed|patched|detect\\w*|how to|prevent\\w*)\\b");
    private static final Pattern AFFECTED =
            Pattern.compile("(?i)\\b(?:affected|impacted) (?:[\\w.-]+ ){0,2}?(?:packages|extensions|images)\\b");

    private final Article article;
    private final RefangedText text;
    private final Findings findings;
    private final OffsetMap offsets;
    private String heading = "";
    private String lead = "";
    private int rank;

    ListedPackages(Article article, RefangedText text, Findings findings) {
        this.article = article;
        this.text = text;
        this.findings = findings;
        this.offsets = new OffsetMap(text);
    }

    void read() {
        for (Block block : article.blocks()) {
            switch (block.kind()) {
                case HEADING -> heading(article.textOf(block));
                case PROSE -> lead = leadOf(block);
                case LIST, CODE -> lines(block);
                case TABLE -> table(block);
                default -> lead = "";
            }
        }
    }

    private void heading(String words) {
        int own = Section.rankOf(words);
        boolean says = words.length() < 140 && isMalicious(words);
        if (says || own <= rank || rank == 0) {
            heading = says ? words : "";
            rank = says ? own : 0;
        }
        lead = "";
    }

    /** The end of a paragraph that leads to a list. */
    private String leadOf(Block block) {
        String words = article.text()
                .substring(Math.max(block.start(), block.end() - LONGEST), block.end())
                .strip();
        return words.endsWith(":") && isMalicious(words.substring(words.lastIndexOf(". ") + 1)) ? words : "";
    }

    private static boolean isMalicious(String words) {
        return PackageShape.mayHoldNoun(words.toLowerCase(Locale.ROOT))
                && PackageWords.NAMED.matcher(words).find()
                && (PackageWords.HARMFUL_BEFORE.matcher(words).find()
                        || AFFECTED.matcher(words).find())
                && !OTHERS.matcher(words).find();
    }

    /** What says that the things here are malicious packages; empty when nothing does, or no ecosystem is named. */
    private String said() {
        String words = lead.isEmpty() ? heading : lead;
        if (words.isEmpty()) {
            return "";
        }
        boolean known = PackageWords.ECOSYSTEM.matcher(words).find()
                || PackageWords.ECOSYSTEM.matcher(article.title()).find();
        return !known ? "" : (words + " " + article.title()).toLowerCase(Locale.ROOT);
    }

    private void lines(Block block) {
        String said = said();
        lead = "";
        if (!said.isEmpty()) {
            each(block, (line, start) -> item(ITEM.matcher(line), start, said));
        }
    }

    private interface Line {
        void read(String line, int start);
    }

    private void each(Block block, Line reader) {
        int start = block.start();
        while (start < block.end()) {
            int newline = article.text().indexOf('\n', start);
            int end = newline < 0 || newline > block.end() ? block.end() : newline;
            if (end - start <= LONGEST * 2) {
                reader.read(article.text().substring(start, end), start);
            }
            start = end + 1;
        }
    }

    private void item(Matcher item, int offset, String said) {
        if (item.matches()) {
            Matcher noun = PackageWords.NAMED.matcher(said);
            int start = offsets.refanged(offset + item.start(1));
            int end = offsets.refanged(offset + item.end(1));
            String name = text.between(start, end);
            PackageName.typeOf(name, noun.find() ? noun.group() : "package", said)
                    .ifPresent(type -> {
                        findings.harmful(start);
                        findings.add(type, name, start, end);
                    });
        }
    }

    private void table(Block block) {
        String said = said();
        lead = "";
        List<Integer> columns = new ArrayList<>();
        if (!said.isEmpty()) {
            each(block, (line, start) -> row(line, start, columns, said));
        }
    }

    /** The first row that names a column of packages is the head; the cells below it are names. */
    private void row(String line, int offset, List<Integer> columns, String said) {
        char parted = line.indexOf('\t') >= 0 ? '\t' : '|';
        boolean head = columns.isEmpty();
        int start = 0;
        for (int column = 0; column < MOST_COLUMNS && start <= line.length(); column++) {
            int bar = line.indexOf(parted, start);
            int end = bar < 0 ? line.length() : bar;
            String cell = line.substring(start, end);
            if (head && COLUMN.matcher(cell).matches()) {
                columns.add(column);
            } else if (!head && columns.contains(column)) {
                item(CELL.matcher(cell), offset + start, said);
            }
            start = end + 1;
        }
    }
}
