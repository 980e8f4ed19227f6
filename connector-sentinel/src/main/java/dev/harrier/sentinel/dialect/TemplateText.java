package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the Azure-Sentinel checks say of any file, whatever it means: the first of each kind, for a file is refused for one as for many. */
final class TemplateText {
    private static final Pattern NOT_ASCII = Pattern.compile("[^\\x00-\\x7F]");
    private static final Pattern WITH_LANGUAGE =
            Pattern.compile("(?i)https://(?:docs|azure)\\.microsoft\\.com/[a-z]{2}-[a-z]{2}");

    private TemplateText() {}

    static List<LintFinding> findings(String text) {
        List<LintFinding> findings = new ArrayList<>();
        Matcher character = NOT_ASCII.matcher(text);
        if (character.find()) {
            String name = String.format("the character U+%04X", text.codePointAt(character.start()));
            findings.add(TemplateCheck.TPL023.at(mark(text, character.start()), name));
        }
        Matcher link = WITH_LANGUAGE.matcher(text);
        if (link.find()) {
            findings.add(TemplateCheck.TPL024.at(mark(text, link.start()), link.group()));
        }
        return findings;
    }

    private static YamlMark mark(String text, int offset) {
        String before = text.substring(0, offset);
        return new YamlMark((int) before.chars().filter(c -> c == '\n').count() + 1, offset - before.lastIndexOf('\n'));
    }
}
