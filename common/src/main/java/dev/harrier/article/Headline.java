package dev.harrier.article;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the headline of a text that has no front matter: its first heading of the first rank, unless that is what any article's
 * section may be called, or the short line that opens a plain text. Pure.
 */
final class Headline {
    private static final int LONGEST = 160;
    private static final int TOP = 6;
    private static final Pattern MARKS = Pattern.compile("^[#=\\s*_`]+|[#=\\s*_`]+$|\\*\\*|`");
    private static final Pattern LINK = Pattern.compile("\\[([^\\]\\[]*)]\\([^)\\s]*\\)");
    private static final Pattern NUMBER = Pattern.compile("^(?:\\d+(?:\\.\\d+)*[.):]?|[ivx]+[.)])\\s+");
    private static final Pattern LEFTOVER = Pattern.compile("[^\\p{L}\\p{N})]+$");
    private static final Set<String> GENERIC = Set.of(
            "key takeaways",
            "takeaways",
            "key findings",
            "findings",
            "key points",
            "key judgments",
            "highlights",
            "at a glance",
            "introduction",
            "intro",
            "executive summary",
            "summary",
            "tl;dr",
            "tldr",
            "overview",
            "adversary overview",
            "threat overview",
            "campaign overview",
            "background",
            "context",
            "abstract",
            "preface",
            "foreword",
            "about",
            "description",
            "details",
            "table of contents",
            "contents",
            "indicators of compromise",
            "indicators of compromise (iocs)",
            "indicators",
            "iocs",
            "ioc",
            "appendix",
            "conclusion",
            "references",
            "analysis",
            "technical analysis",
            "technical details",
            "blog",
            "news",
            "home");

    private Headline() {}

    /** The headline in a text's blocks, bylines being boilerplate among them; empty when no line surely is one. */
    static Optional<String> of(String text, List<Block> blocks) {
        Optional<Block> heading =
                blocks.stream().filter(block -> isFirstRank(text, block)).findFirst();
        Optional<Block> opening =
                blocks.stream().filter(block -> isSaid(text, block)).findFirst();
        Optional<String> line = opening.filter(block -> opens(block.kind())).flatMap(block -> line(text, block));
        boolean ranked = heading.isPresent()
                && (line.isEmpty() || (blocks.indexOf(heading.get()) < TOP && !isAboveByline(blocks, opening.get())));
        return ranked ? heading.map(block -> words(text.substring(block.start(), block.end()))) : line;
    }

    private static boolean isAboveByline(List<Block> blocks, Block opening) {
        int next = blocks.indexOf(opening) + 1;
        return next < blocks.size() && blocks.get(next).kind() == Block.Kind.BOILERPLATE;
    }

    private static boolean isSaid(String text, Block block) {
        return block.kind() != Block.Kind.BOILERPLATE && !isAttribute(text, block);
    }

    private static boolean isFirstRank(String text, Block block) {
        boolean first = block.kind() == Block.Kind.HEADING
                && (text.startsWith("# ", block.start()) || text.startsWith("= ", block.start()));
        return first && !isGeneric(text.substring(block.start(), block.end()));
    }

    private static boolean opens(Block.Kind kind) {
        return kind == Block.Kind.PROSE || kind == Block.Kind.HEADING;
    }

    /** AsciiDoc's {@code :toc:}. */
    private static boolean isAttribute(String text, Block block) {
        return text.charAt(block.start()) == ':';
    }

    /** A block's only line, when it reads like a headline. */
    private static Optional<String> line(String text, Block block) {
        int start = block.start();
        int end = block.end();
        if (end - start > LONGEST || text.substring(start, end).indexOf('\n') >= 0) {
            return Optional.empty();
        }
        String words = words(text.substring(start, end));
        boolean sentence = words.endsWith(".") || words.endsWith(":") || words.endsWith(",") || words.endsWith(";");
        boolean fits = !sentence && !isGeneric(words) && words.indexOf(' ') > 0 && hasLetters(words);
        return fits && !words.contains("://") ? Optional.of(words) : Optional.empty();
    }

    private static boolean hasLetters(String words) {
        return words.codePoints().filter(Character::isLetter).count() * 2 >= words.length();
    }

    private static boolean isGeneric(String heading) {
        String plain = NUMBER.matcher(words(heading).toLowerCase(Locale.ROOT)).replaceFirst("");
        return plain.isBlank() || GENERIC.contains(LEFTOVER.matcher(plain).replaceFirst(""));
    }

    private static String words(String line) {
        return MARKS.matcher(LINK.matcher(line).replaceAll("$1"))
                .replaceAll("")
                .replaceAll("[\\s\u00a0]+", " ")
                .strip();
    }

    /**
     * What a file's name says: {@code reports/2026-11-02_thorn-lapwing.md} gives {@code 2026-11-02 thorn lapwing}. Empty when the name
     * holds no word.
     */
    static String ofName(String id) {
        String path = id.replaceAll("[?#].*$", "").replaceAll("[/\\\\]+$", "");
        String base = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        int dot = base.lastIndexOf('.');
        String name = dot > 0 && base.length() - dot <= 6 ? base.substring(0, dot) : base;
        String words = name.replaceAll("_+|(?<!\\d)-+|-+(?!\\d)", " ").strip();
        return words.codePoints().anyMatch(Character::isLetter) ? words : "";
    }
}
