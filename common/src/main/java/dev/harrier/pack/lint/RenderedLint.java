package dev.harrier.pack.lint;

import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.Optional;

/** Checks the text that one language makes of a rule. */
final class RenderedLint {
    private final RuleSource rule;
    private final Dialect dialect;
    private final Remarks remarks;

    RenderedLint(RuleSource rule, Dialect dialect, Remarks remarks) {
        this.rule = rule;
        this.dialect = dialect;
        this.remarks = remarks;
    }

    /** A preview that holds the very text is linted as a file of its own, with its own places, so not here again. */
    void check(Optional<Source> preview) {
        Rendering rendering = dialect.renderForFiles(rule.rule().toHunt());
        if (rendering instanceof Rendering.Unsupported unsupported) {
            String why = dialect.name() + " cannot say it: " + unsupported.reason();
            remarks.add(rule.source(), HuntCheck.HUNT003.at(rule.key("detection"), why));
            return;
        }
        String text = ((Rendering.Rendered) rendering).text();
        if (preview.isEmpty()) {
            dialect.lint(text, dialect.defaultProfile())
                    .forEach(finding -> remarks.addGenerated(rule, dialect.name(), finding));
        } else if (!preview.get().text().strip().equals(text.strip())) {
            remarks.add(
                    preview.get(), HuntCheck.HUNT016.at(difference(preview.get().text(), text), edited()));
        }
    }

    private String edited() {
        return "differs from what " + rule.source().name() + " renders";
    }

    /** Where two texts part. */
    private static YamlMark difference(String file, String text) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < Math.min(file.length(), text.length()) && file.charAt(i) == text.charAt(i); i++) {
            boolean next = file.charAt(i) == '\n';
            line += next ? 1 : 0;
            column = next ? 1 : column + 1;
        }
        return new YamlMark(line, column);
    }
}
