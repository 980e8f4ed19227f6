package dev.harrier.report.lint;

import static java.util.Objects.requireNonNull;

import dev.harrier.dialect.LintFinding;
import java.util.Comparator;
import java.util.Optional;

/**
 * A finding and the file that it is about. In order: by file, place, code.
 *
 * @param file as the user named it, with forward slashes
 * @param line 1-based, of the file
 * @param column 1-based, of the file
 * @param within the place inside a text generated from the file, for example {@code spl 3:12}
 * @param code of its {@link dev.harrier.dialect.LintRule}
 * @param level how grave
 * @param message for people; may quote hostile text
 */
public record LintRemark(
        String file,
        int line,
        int column,
        Optional<String> within,
        String code,
        LintFinding.Level level,
        String message)
        implements Comparable<LintRemark> {
    private static final Comparator<LintRemark> ORDER = Comparator.comparing(LintRemark::file)
            .thenComparingInt(LintRemark::line)
            .thenComparingInt(LintRemark::column)
            .thenComparing(LintRemark::code)
            .thenComparing(remark -> remark.within().orElse(""))
            .thenComparing(LintRemark::message)
            .thenComparing(LintRemark::level);

    public LintRemark {
        requireNonNull(file, "file is null");
        requireNonNull(within, "within is null");
        requireNonNull(code, "code is null");
        requireNonNull(level, "level is null");
        requireNonNull(message, "message is null");
    }

    /** A finding that stands in the file itself. */
    public static LintRemark in(String file, LintFinding finding) {
        return new LintRemark(
                file,
                finding.line(),
                finding.column(),
                Optional.empty(),
                finding.code(),
                finding.level(),
                finding.message());
    }

    /** {@code file:line:column}, and where in the generated text. */
    public String place() {
        return file + ":" + line + ":" + column
                + within.map(where -> " (" + where + ")").orElse("");
    }

    /** The message with its place in a generated text, for formats that know only the file. */
    public String words() {
        return within.map(where -> message + " (" + where + ")").orElse(message);
    }

    @Override
    public int compareTo(LintRemark other) {
        return ORDER.compare(this, other);
    }
}
