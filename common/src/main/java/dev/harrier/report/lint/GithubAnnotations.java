package dev.harrier.report.lint;

import dev.harrier.dialect.LintFinding.Level;
import java.util.List;
import java.util.stream.Collectors;

/** GitHub Actions' workflow commands, which mark findings in a pull request. Hostile text can't start a command of its own. */
public final class GithubAnnotations {
    private GithubAnnotations() {}

    /** One command per finding and line. */
    public static String of(List<LintRemark> remarks) {
        return remarks.stream().map(GithubAnnotations::line).collect(Collectors.joining("\n"));
    }

    private static String line(LintRemark remark) {
        String command =
                remark.level() == Level.NOTE ? "notice" : remark.level().word();
        return "::" + command + " file=" + property(remark.file()) + ",line=" + remark.line() + ",col="
                + remark.column() + ",title=" + property(remark.code()) + "::" + data(remark.words());
    }

    /** As @actions/toolkit's command.ts escapes data. */
    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
