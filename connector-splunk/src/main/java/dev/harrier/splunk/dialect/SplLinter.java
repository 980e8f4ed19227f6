package dev.harrier.splunk.dialect;

import dev.harrier.dialect.LintFinding;
import java.util.List;

record SplLinter(String text, SplOptions options) {
    List<LintFinding> findings() {
        return List.of();
    }
}
