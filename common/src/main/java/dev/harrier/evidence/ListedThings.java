package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names in a list, table or code block below a heading that says what they are: {@code Mutexes}, {@code User agents}. */
final class ListedThings {
    private static final int LONGEST = 400;
    private static final Pattern ITEM = Pattern.compile(
            "^[\\s*|>+-]*(?:[`\"\u201c]{1,2}([^`\"\u201d\\n]{2,300})[`\"\u201d]|([^\\s|`\"][^|`\"\\n]{1,300}?))\\s*(?:[|(,].*)?$");
    private static final Pattern MUTEX =
            Pattern.compile("(?:(?:Global|Local|Session\\\\\\d)\\\\)?[\\w{}.$#@!~+=-][\\w{} .$#@!~+=:-]{2,100}");
    private static final Pattern AGENT = Pattern.compile("[A-Za-z][\\w .-]{1,40}/\\d.*");

    private final Article article;
    private final Findings findings;
    private final RefangedText text;
    private Optional<IndicatorType> type = Optional.empty();
    private int rank;

    ListedThings(Article article, RefangedText text, Findings findings) {
        this.article = article;
        this.text = text;
        this.findings = findings;
    }

    void read() {
        OffsetMap offsets = new OffsetMap(text);
        for (Block block : article.blocks()) {
            if (block.kind() == Block.Kind.HEADING) {
                heading(article.textOf(block));
            } else if (block.kind() != Block.Kind.BOILERPLATE) {
                block(block, offsets);
            }
        }
    }

    private void heading(String words) {
        Optional<IndicatorType> own = typeOf(words);
        int rankOfThis = Section.rankOf(words);
        if (own.isPresent() || rankOfThis <= rank) {
            type = own;
            rank = rankOfThis;
        }
    }

    private static Optional<IndicatorType> typeOf(String heading) {
        String lower = heading.toLowerCase(Locale.ROOT);
        if (heading.length() > 60) {
            return Optional.empty();
        }
        if (lower.contains("mutex")) {
            return Optional.of(IndicatorType.MUTEX);
        }
        if (lower.contains("user-agent") || lower.contains("user agent")) {
            return Optional.of(IndicatorType.USER_AGENT);
        }
        return lower.contains("named pipe") ? Optional.of(IndicatorType.PIPE) : Optional.empty();
    }

    private void block(Block block, OffsetMap offsets) {
        String words = article.text();
        int start = block.start();
        while (type.isPresent() && start < block.end()) {
            int newline = words.indexOf('\n', start);
            int end = newline < 0 || newline > block.end() ? block.end() : newline;
            if (end - start <= LONGEST) {
                item(words.substring(start, end), start, offsets, block.kind() == Block.Kind.PROSE);
            }
            start = end + 1;
        }
    }

    private void item(String line, int offset, OffsetMap offsets, boolean prose) {
        Matcher item = ITEM.matcher(line);
        if (!item.matches()) {
            return;
        }
        int group = item.group(1) != null ? 1 : 2;
        String value = item.group(group).strip();
        boolean sentence = prose && group == 2 && value.split(" ").length > 2;
        if (!sentence && fits(value)) {
            int start = offsets.refanged(offset + item.start(group));
            int end = offsets.refanged(offset + item.start(group) + value.length());
            findings.add(type.orElseThrow(), text.between(start, end), start, end);
        }
    }

    private boolean fits(String value) {
        return switch (type.orElseThrow()) {
            case MUTEX -> MUTEX.matcher(value).matches() && value.split(" ").length <= 4;
            case USER_AGENT -> AGENT.matcher(value).matches();
            default -> value.indexOf(' ') < 0 && value.indexOf('\\') < 0;
        };
    }
}
