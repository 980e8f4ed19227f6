package dev.harrier.evidence;

import dev.harrier.article.Article;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether the words around a name say that what bears it had no part: {@code no use of X}, {@code unlike X, …}. Other than a
 * behaviour's, a name's stance is read from the words right beside it, for one sentence may name both who did it and who did not.
 * Looks a bounded distance. Immutable.
 */
final class NameStance {
    private static final int REACH = 100;
    private static final List<Rule> RULES =
            FactFile.lines("name-stances.tsv").stream().map(Rule::of).toList();
    private static final Pattern SENTENCE = Pattern.compile("[\\n;:]|[.!?](?= \\p{Lu})");

    private final String text;

    private record Rule(boolean before, Pattern pattern) {
        static Rule of(String line) {
            String[] columns = line.split("\t", 2);
            return new Rule(columns[0].equals("BEFORE"), Pattern.compile(columns[1]));
        }
    }

    NameStance(Article article) {
        this.text = article.text();
    }

    /** The words that deny that what is named between two offsets had a part; empty when none do. */
    Optional<String> denial(int start, int end) {
        String before = before(start);
        String after = after(end);
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(rule.before() ? before : after);
            if (matcher.find()) {
                return Optional.of(matcher.group().strip());
            }
        }
        return Optional.empty();
    }

    private String before(int start) {
        String reach = text.substring(Math.max(0, start - REACH), start);
        Matcher ends = SENTENCE.matcher(reach);
        int from = 0;
        while (ends.find()) {
            from = ends.end();
        }
        return reach.substring(from).toLowerCase(Locale.ROOT);
    }

    private String after(int end) {
        String reach = text.substring(end, Math.min(text.length(), end + REACH));
        Matcher ends = SENTENCE.matcher(reach);
        return (ends.find() ? reach.substring(0, ends.start()) : reach).toLowerCase(Locale.ROOT);
    }
}
