package dev.harrier.cli;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.operate.Notices;
import dev.harrier.operate.Problem;
import dev.harrier.pack.lint.LintInputs;
import dev.harrier.pack.lint.PackLint;
import dev.harrier.report.lint.LintRemark;
import java.nio.file.Path;
import java.util.List;

/** Lints the files of packs that were written just now: the exports for shops without REST access go to no target that would lint them. */
final class WrittenLint {
    private final LintInputs inputs;
    private final Notices notices;

    WrittenLint(AttackCatalogue attack, Notices notices) {
        // Whether a hunt can be tested is for `test` to say; making its events costs more than all of the lint.
        this.inputs = new LintInputs(attack, Connectors.discover(), detection -> true);
        this.notices = notices;
    }

    /** Makes a problem of each error. */
    void check(Path pack) {
        PackLint.check(List.of(pack), inputs).from(Level.ERROR).remarks().forEach(this::report);
    }

    private void report(LintRemark remark) {
        notices.problem(new Problem(
                Problem.Gravity.CONTENT, remark.place() + ": " + remark.message() + " [" + remark.code() + "]"));
    }
}
