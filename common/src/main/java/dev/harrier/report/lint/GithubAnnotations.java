package dev.harrier.report.lint;

import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.report.WorkflowCommand;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("file", remark.file());
        properties.put("line", Integer.toString(remark.line()));
        properties.put("col", Integer.toString(remark.column()));
        properties.put("title", remark.code());
        return WorkflowCommand.of(command, properties, remark.words());
    }
}
