package dev.harrier.hunt.compose;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.TextPattern.Literal;
import dev.harrier.hunt.TextPattern.Part;
import dev.harrier.hunt.TextPattern.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Windows path as an article writes it, turned into what telemetry shows: environment variables become the folders they stand
 * for, placeholders become wildcards, drive letters and hives are left out.
 */
final class PathText {
    private static final char GAP = '\uE000';
    private static final Map<String, String> VARIABLES = Map.ofEntries(
            Map.entry("appdata", "\\AppData\\Roaming"),
            Map.entry("localappdata", "\\AppData\\Local"),
            Map.entry("temp", "\\Temp"),
            Map.entry("tmp", "\\Temp"),
            Map.entry("programdata", "\\ProgramData"),
            Map.entry("allusersprofile", "\\ProgramData"),
            Map.entry("userprofile", "\\Users\\" + GAP),
            Map.entry("homepath", "\\Users\\" + GAP),
            Map.entry("public", "\\Users\\Public"),
            Map.entry("windir", "\\Windows"),
            Map.entry("systemroot", "\\Windows"),
            Map.entry("systemdrive", ""),
            Map.entry("homedrive", ""),
            Map.entry("programfiles", "\\Program Files"),
            Map.entry("programfiles(x86)", "\\Program Files (x86)"),
            Map.entry("programw6432", "\\Program Files"),
            Map.entry("commonprogramfiles", "\\Program Files\\Common Files"),
            Map.entry("username", String.valueOf(GAP)),
            Map.entry("computername", String.valueOf(GAP)));
    private static final Pattern VARIABLE =
            Pattern.compile("%([A-Za-z0-9_()]{2,30})%|\\$\\{?[Ee][Nn][Vv]:([A-Za-z0-9_()]{2,30})\\}?");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "<[^<>\\\\]{1,40}>|\\[[A-Za-z][A-Za-z0-9 _-]{2,40}\\]|\\{[A-Za-z][A-Za-z0-9 _-]{2,40}\\}|[*]+");
    private static final Pattern MARKS = Pattern.compile("^[\"'(&{;,]+|[\"'),;&}]+$");
    private static final Pattern DRIVE = Pattern.compile("^[A-Za-z]:(?=\\\\)");

    private final String text;

    private PathText(String text) {
        this.text = text;
    }

    /** Empty when the path names a variable that we don't know, or nothing of it is left. */
    static Optional<PathText> of(String written) {
        String stripped = written.strip().replaceAll("^[\"']|[\"']$", "");
        Matcher variables = VARIABLE.matcher(stripped);
        StringBuilder text = new StringBuilder();
        while (variables.find()) {
            String name = variables.group(1) == null ? variables.group(2) : variables.group(1);
            String folder = VARIABLES.get(name.toLowerCase(Locale.ROOT));
            if (folder == null) {
                return Optional.empty();
            }
            variables.appendReplacement(text, Matcher.quoteReplacement(folder));
        }
        variables.appendTail(text);
        String gaps = PLACEHOLDER.matcher(text).replaceAll(String.valueOf(GAP));
        String path = DRIVE.matcher(gaps).replaceFirst("").replaceAll("(?<!^)\\\\{2,}", "\\\\");
        return path.replace(String.valueOf(GAP), "").isBlank() ? Optional.empty() : Optional.of(new PathText(path));
    }

    /** Its words, in text order: apart at blanks, without the quotation marks around them, each without a drive letter. */
    List<PathText> words() {
        return Stream.of(text.split("\\s+"))
                .map(word -> MARKS.matcher(word).replaceAll(""))
                .map(word -> DRIVE.matcher(word).replaceFirst(""))
                .filter(word -> word.codePoints().anyMatch(c -> c != GAP && Character.isLetterOrDigit(c)))
                .map(PathText::new)
                .toList();
    }

    /** This after a blank: a switch, wherever it stands. */
    PathText afterBlank() {
        return new PathText(" " + text);
    }

    /** The last segment, {@code *} for what is unknown. */
    String name() {
        return shown().substring(shown().lastIndexOf('\\') + 1);
    }

    /** For people, {@code *} for what is unknown. */
    String shown() {
        return text.replace(GAP, '*');
    }

    boolean hasFolder() {
        return text.indexOf('\\') >= 0;
    }

    boolean isFolder() {
        return text.endsWith("\\") || name().indexOf('.') < 0;
    }

    /** What ends with this path, starting at a segment's border. */
    TextPattern ending() {
        List<Part> parts = new ArrayList<>(List.of(Wildcard.ANY_RUN));
        if (!text.startsWith("\\")) {
            parts.add(new Literal("\\"));
        }
        parts.addAll(parts());
        return new TextPattern(parts);
    }

    /** What is this path or lies below it, and nothing whose name merely begins alike; one that breaks off is a beginning. */
    Condition within(String field) {
        if (text.matches(".*[^\\p{L}\\p{N})\\]}]")) {
            return Findings.like(field, holding());
        }
        PathText below = new PathText(text + "\\");
        return new Condition.Any(List.of(Findings.like(field, ending()), Findings.like(field, below.holding())));
    }

    /** Whether it is one segment below a hive: a root, which every machine has. */
    boolean isRoot() {
        return text.strip().replaceAll("^\\\\+|\\\\+$", "").indexOf('\\') < 0;
    }

    /** What holds this path; a folder is followed by a backslash. */
    TextPattern holding() {
        List<Part> parts = new ArrayList<>(List.of(Wildcard.ANY_RUN));
        parts.addAll(parts());
        parts.add(Wildcard.ANY_RUN);
        return new TextPattern(parts);
    }

    private List<Part> parts() {
        return Gaps.parts(text, GAP);
    }
}
