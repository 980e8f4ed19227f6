package dev.harrier.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The literal parts of a command line that are worth matching, most specific first. What changes from victim to victim (addresses,
 * user names, placeholders, random names, long encoded text) splits the line and is left out; the executable alone is no part.
 */
final class CommandFragments {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 120;
    private static final Set<String> SEPARATORS = Set.of("|", "||", "&", "&&", ";", ">", ">>", "<", "/dev/null", "nul");
    private static final Set<String> LITERAL_BRACES = Set.of("{default}", "{current}", "{bootmgr}");

    private CommandFragments() {}

    static List<String> of(String commandLine, String executable) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean first = true;
        for (String token : tokens(commandLine)) {
            boolean program = first && Programs.base(strip(token)).startsWith(withoutEnding(executable));
            first = false;
            if (program || isVolatile(token)) {
                add(parts, part);
            } else {
                part.append(part.isEmpty() ? "" : " ").append(token);
            }
        }
        add(parts, part);
        parts.sort(
                Comparator.comparingInt(CommandFragments::weight).reversed().thenComparing(Comparator.naturalOrder()));
        return parts.stream().distinct().toList();
    }

    /** Splits at blanks outside double quotes. */
    private static List<String> tokens(String commandLine) {
        List<String> tokens = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= commandLine.length(); i++) {
            boolean end = i == commandLine.length();
            quoted ^= !end && commandLine.charAt(i) == '"';
            if (end || (!quoted && (commandLine.charAt(i) == ' ' || commandLine.charAt(i) == '\t'))) {
                if (i > start) {
                    tokens.add(commandLine.substring(start, i));
                }
                start = i + 1;
            }
        }
        return tokens;
    }

    private static String withoutEnding(String executable) {
        return executable.endsWith(".exe") ? executable.substring(0, executable.length() - 4) : executable;
    }

    private static void add(List<String> parts, StringBuilder part) {
        String whole = part.toString().strip();
        part.setLength(0);
        String words = whole.length() > LONGEST ? cut(whole) : whole;
        if (words.length() >= SHORTEST
                && words.chars().filter(Character::isLetter).count() >= 3) {
            parts.add(words);
        }
    }

    private static String cut(String words) {
        int blank = words.lastIndexOf(' ', LONGEST);
        return words.substring(0, blank > SHORTEST ? blank : LONGEST);
    }

    private static String strip(String token) {
        return token.replaceAll("^[\"'(]+|[\"'),;]+$", "");
    }

    /** Longer is more specific, and switches and distinct names are worth more than plain words. */
    private static int weight(String part) {
        int marks = (int) part.chars().filter(c -> "-/\\=:,._".indexOf(c) >= 0).count();
        return part.length() + 4 * marks;
    }

    /** Whether a token differs from one victim, or one run, to the next. */
    static boolean isVolatile(String token) {
        String bare = strip(token);
        String lower = bare.toLowerCase(Locale.ROOT);
        return SEPARATORS.contains(token)
                || (bare.startsWith("{") && bare.endsWith("}") && !LITERAL_BRACES.contains(lower))
                || bare.indexOf('<') >= 0
                || bare.indexOf('>') >= 0
                || bare.indexOf('\u2026') >= 0
                || lower.contains("redacted")
                || lower.contains("\\users\\")
                || lower.contains("://")
                || bare.startsWith("\\\\")
                || hasAddress(bare)
                || isRandom(bare);
    }

    private static boolean hasAddress(String token) {
        int dots = 0;
        int digits = 0;
        for (int i = 0; i < token.length(); i++) {
            char c = token.charAt(i);
            digits += Characters.isDigit(c) ? 1 : 0;
            dots += c == '.' ? 1 : 0;
        }
        return dots >= 3 && digits >= 4 && digits + dots >= token.length() - 8;
    }

    /** Encoded text, hashes, and names in which letters and digits take turns. */
    private static boolean isRandom(String token) {
        if (token.length() >= 60 && token.indexOf('\\') < 0) {
            return true;
        }
        String name = Programs.base(token).replaceAll("\\.[a-z0-9]{2,4}$", "");
        int turns = 0;
        int digits = 0;
        for (int i = 1; i < name.length(); i++) {
            boolean digit = Characters.isDigit(name.charAt(i));
            digits += digit ? 1 : 0;
            turns += digit != Characters.isDigit(name.charAt(i - 1)) ? 1 : 0;
        }
        return (name.length() >= 8 && turns >= 3 && digits >= 3) || (digits >= 6 && digits == name.length() - 1);
    }
}
