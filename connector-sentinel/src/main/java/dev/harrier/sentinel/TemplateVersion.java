package dev.harrier.sentinel;

import dev.harrier.connector.ExportedFile;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of a template, by which Sentinel's Repositories and people see that it has changed. A new template is 1.0.0; one that
 * takes the place of another has the other's version, or the next patch if anything else of it differs, whatever that is: the query, a
 * setting or a word. So it rises when the hunt changes and never by reading an article again, and nothing but the pack's own folder has
 * to remember it. What somebody raised by hand is kept and counted on from.
 */
final class TemplateVersion {
    /** The first line of a rule's YAML, or of an ARM template, that says it; texts of articles are further below, quoted or indented. */
    private static final Pattern LINE = Pattern.compile(
            "(?m)^(version: | {2}\"contentVersion\" : \")(\\d{1,6}(?:\\.\\d{1,6}){1,2}\\.)(\\d{1,6})(?=\"?,?$)");

    private TemplateVersion() {}

    /** A file with the version that follows from the one that it replaces. */
    static ExportedFile revised(ExportedFile file, String before) {
        String old = before.replace("\r\n", "\n");
        return words(old)
                .map(version -> {
                    String same = with(file.text(), version);
                    return new ExportedFile(file.path(), same.equals(old) ? same : with(file.text(), next(version)));
                })
                .orElse(file);
    }

    private static Optional<String> words(String text) {
        Matcher matcher = LINE.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(2) + matcher.group(3)) : Optional.empty();
    }

    private static String with(String text, String version) {
        Matcher matcher = LINE.matcher(text);
        return matcher.find() ? text.substring(0, matcher.end(1)) + version + text.substring(matcher.end(3)) : text;
    }

    private static String next(String version) {
        int dot = version.lastIndexOf('.');
        return version.substring(0, dot + 1) + (Integer.parseInt(version.substring(dot + 1)) + 1);
    }
}
