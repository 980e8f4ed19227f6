package dev.harrier.article;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A briefing that an older pipeline made of an article: title with a severity, bylines, a Threat Profile, then machine-made sections.
 * Only the Threat Profile is the article; the rest is no evidence of anything.
 */
final class Briefing {
    private static final Pattern TITLE = Pattern.compile(
            "\\A\\s{0,16}# \\[(?:CRITICAL|CRIT|HIGH|MEDIUM|MED|LOW|INFO|INFORMATIONAL)] ([^\\n]{1,500})");
    private static final String PROFILE = "\n## Threat Profile";
    private static final Pattern BYLINE = Pattern.compile("\\*\\*(Source|Published|Article):\\*\\* ?([^\\n]{1,2000})");

    private Briefing() {}

    static boolean isBriefing(String text) {
        int profile = text.indexOf(PROFILE);
        return profile > 0
                && profile < 8192
                && TITLE.matcher(text.substring(0, profile)).find();
    }

    /** The article inside: its text is the Threat Profile's, so offsets count from there. */
    static Article read(String id, String text) {
        int profile = text.indexOf(PROFILE);
        Facts facts = facts(text.substring(0, profile));
        int start = lineAfter(text, profile + PROFILE.length());
        int next = text.indexOf("\n## ", start - 1);
        String words = text.substring(start, next < 0 ? text.length() : next);
        List<Block> blocks = MarkdownReader.blocks(words, 0, words.length());
        return facts.article(id, words, blocks);
    }

    private static int lineAfter(String text, int from) {
        int newline = text.indexOf('\n', from);
        return newline < 0 ? text.length() : newline + 1;
    }

    private static Facts facts(String head) {
        Facts facts = new Facts();
        Matcher title = TITLE.matcher(head);
        if (title.find()) {
            facts.title(title.group(1));
        }
        Matcher byline = BYLINE.matcher(head);
        while (byline.find()) {
            facts.named(byline.group(1), byline.group(2));
        }
        return facts;
    }
}
