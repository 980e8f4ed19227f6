package dev.harrier.splunk.dialect;

import dev.harrier.dialect.LintFinding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Splunk's own parser says of a search, as a finding. Its messages give no place, but quote what they are about ("Unknown search
 * command 'x'.", "The search specifies a macro 'x' that cannot be found."): the finding stands where the text first has one of those words.
 */
public final class ParserWords {
    private static final Pattern QUOTED = Pattern.compile("'([^'\\s]{1,100})'");

    private ParserWords() {}

    /**
     * An error, code SPL021.
     *
     * @param text that was parsed
     * @param said the parser's message
     */
    public static LintFinding refused(String text, String said) {
        Place place = new Lines(text).place(offset(text, said));
        return SplCheck.SPL021.rule().at(place.line(), place.column(), said);
    }

    /** Of a quoted word, whole; the beginning if there is none. */
    private static int offset(String text, String said) {
        Matcher quoted = QUOTED.matcher(said);
        while (quoted.find()) {
            Matcher word = whole(quoted.group(1)).matcher(text);
            if (word.find()) {
                return word.start();
            }
        }
        return 0;
    }

    private static Pattern whole(String word) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(word) + "(?![\\w.])");
    }
}
