package dev.harrier.evidence;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a terminal prints before a command: {@code C:\>}, {@code PS C:\>}, {@code $}, {@code root@host:~#}, line numbers. */
final class Prompts {
    private static final int LONGEST = 80;
    private static final Pattern PROMPT =
            Pattern.compile("^(?:\\[?[\\w.-]{1,32}@[\\w.-]{1,40}[: ]?[~/\\w.-]{0,40}]?[$#%]\\s*"
                    + "|(?:\\*Evil-WinRM\\* ?)?(?:PS ?)?[A-Za-z]:\\\\[^>\\n\"]{0,60}>\\s*|(?:meterpreter|beacon|msf\\d?|sliver|mysql|sqlite|SQL)[^>\\n]{0,24}>\\s*"
                    + "|PS ?>\\s*|\\d{1,3}[.:)]?[ \\t]+(?=[a-z\"$]))");

    private Prompts() {}

    /** Where the command begins in a line. */
    static int behind(String text, int start, int end) {
        int i = blanks(text, start, end);
        for (int prompts = 0; prompts < 3; prompts++) {
            Matcher prompt = PROMPT.matcher(text).region(i, Math.min(end, i + LONGEST));
            if (!prompt.lookingAt()) {
                return i;
            }
            i = blanks(text, prompt.end(), end);
        }
        return i;
    }

    private static int blanks(String text, int start, int end) {
        int i = start;
        while (i < end && " \t$#>`|".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        boolean opened =
                i < end && text.charAt(i) == '"' && text.substring(i + 1, end).indexOf('"') >= end - i - 3;
        return opened ? i + 1 : i;
    }
}
