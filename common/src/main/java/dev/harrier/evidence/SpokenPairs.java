package dev.harrier.evidence;

import dev.harrier.article.Article;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Pairs whose programs are called by the names that people use: {@code Microsoft Word launches PowerShell}. Both names must be known,
 * and stand right beside the verb.
 */
final class SpokenPairs {
    private static final int REACH = 48;
    private static final Map<String, String> SPOKEN = spoken();
    private static final String NAMES = "("
            + String.join(
                    "|",
                    SPOKEN.keySet().stream()
                            .sorted((a, b) -> a.length() == b.length() ? a.compareTo(b) : b.length() - a.length())
                            .map(Pattern::quote)
                            .toList())
            + ")";
    private static final Pattern BEFORE = Pattern.compile(
            "\\b" + NAMES
                    + "[`*\"]{0,2}(?: process(?:es)?| instance| binary)?(?: \\([^()]{1,20}\\))?,?(?: (?:then|to|that|which|was|is|were|has|had|directly|in turn|also)){0,2} $");
    private static final Pattern AFTER =
            Pattern.compile("^(?<verb>spawn|launch|start|execut|invok|creat|run)(?:s|ed|es|ing|ning|n|e|ning)? "
                    + "(?<passive>(?:by|from|via|through) )?(?:an? |the |hidden |new |legitimate |malicious |encoded |obfuscated |child |process |windows |instance of ){0,4}[`*\"]{0,2}"
                    + NAMES + "\\b(?!\\.\\w)");

    private final Article article;
    private final RefangedText text;
    private final Findings findings;
    private final List<Behaviour> out;

    SpokenPairs(Article article, RefangedText text, Findings findings, List<Behaviour> out) {
        this.article = article;
        this.text = text;
        this.findings = findings;
        this.out = out;
    }

    private static Map<String, String> spoken() {
        Map<String, String> names = new HashMap<>();
        for (String line : FactFile.lines("spoken-programs.tsv")) {
            String[] cells = line.split("\t");
            for (String name : cells[1].split("\\|")) {
                names.put(name, cells[0]);
            }
        }
        return names;
    }

    void read() {
        for (int at : findings.placesOf(Cue.STARTS)) {
            int from = Math.max(0, at - REACH);
            Matcher before = BEFORE.matcher(text.between(from, at).toLowerCase(Locale.ROOT));
            if (before.find()) {
                after(from + before.start(1), before.group(1), at);
            }
        }
    }

    private void after(int start, String first, int at) {
        String behind = text.between(at, Math.min(text.length, at + REACH + 32));
        Matcher after = AFTER.matcher(behind.toLowerCase(Locale.ROOT));
        if (after.find()) {
            Quote quote = Quote.of(article, text.original(start), text.originalEnd(at + after.end()));
            String second = SPOKEN.get(after.group(3));
            String parent = after.group("passive") == null ? SPOKEN.get(first) : second;
            out.add(new Behaviour.ParentChild(parent, parent.equals(second) ? SPOKEN.get(first) : second, quote));
        }
    }
}
