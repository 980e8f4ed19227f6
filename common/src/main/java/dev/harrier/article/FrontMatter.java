package dev.harrier.article;

/** Facts that an article's source says of it before its text: YAML between rows of dashes, TOML between rows of pluses. */
final class FrontMatter {
    private static final int LONGEST = 8192;

    private FrontMatter() {}

    /** Reads it into the facts; gives the offset where it ends, 0 when there is none. */
    static int read(String text, Facts facts) {
        String mark = text.substring(0, Math.min(3, text.length()));
        boolean opens =
                (mark.equals("---") || mark.equals("+++")) && (text.startsWith("\n", 3) || text.startsWith("\r\n", 3));
        int close = opens ? text.substring(0, Math.min(text.length(), LONGEST)).indexOf("\n" + mark, 3) : -1;
        if (close < 0) {
            return 0;
        }
        char sign = mark.equals("---") ? ':' : '=';
        text.substring(Math.min(4, close), close).lines().forEach(line -> pair(line, sign, facts));
        return Math.min(text.length(), close + 4);
    }

    private static void pair(String line, char sign, Facts facts) {
        int at = line.indexOf(sign);
        if (at > 0 && !Character.isWhitespace(line.charAt(0))) {
            String value = line.substring(at + 1).strip();
            facts.named(line.substring(0, at), value.replaceAll("^([\"'])(.*)\\1$", "$2"));
        }
    }
}
