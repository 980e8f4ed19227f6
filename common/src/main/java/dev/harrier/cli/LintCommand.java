package dev.harrier.cli;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.SigmaRule;
import dev.harrier.pack.RuleFiles;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lint}: static checks of hunts and of their text in every language, all findings at once. */
@Command(name = "lint", mixinStandardHelpOptions = true)
final class LintCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PACK", description = "Packs, folders of Sigma rules, or rules.")
    private List<Path> packs;

    @Option(names = "--level", defaultValue = "WARNING", description = "Lowest shown: ${COMPLETION-CANDIDATES}.")
    private LintFinding.Level lowest;

    @Mixin
    private AttackOptions attack;

    @Mixin
    private ConsoleOptions options;

    private ExitCode outcome = ExitCode.OK;
    private long findings;

    @Override
    public Integer call() {
        Console console = options.console();
        RuleFiles files = RuleFiles.read(packs);
        files.problems().forEach(problem -> console.data(problem + " [SIGMA]"));
        if (!files.problems().isEmpty()) {
            outcome = ExitCode.CONTENT;
        }
        files.rules().forEach(rule -> lint(rule, console));
        console.progress(
                files.rules().size() + " hunts, " + (findings + files.problems().size()) + " findings");
        return outcome.number();
    }

    private void lint(SigmaRule rule, Console console) {
        rule.unsupported().forEach(why -> found(rule.file(), LintFinding.Level.WARNING, "HUNT001", why, console));
        if (rule.detection().isEmpty()) {
            return;
        }
        Hunt hunt = rule.toHunt();
        hunt.techniques().stream()
                .filter(id -> attack.catalogue().current(id).isEmpty())
                .forEach(id -> found(rule.file(), LintFinding.Level.ERROR, "HUNT002", unknown(id), console));
        for (ConnectorProvider provider : Connectors.discover()) {
            lint(rule, hunt, provider.dialect(), console);
        }
    }

    private void lint(SigmaRule rule, Hunt hunt, Dialect dialect, Console console) {
        Rendering rendering = dialect.render(hunt, dialect.defaultProfile());
        if (rendering instanceof Rendering.Unsupported unsupported) {
            String why = dialect.name() + " cannot say it: " + unsupported.reason();
            found(rule.file(), LintFinding.Level.NOTE, "HUNT003", why, console);
            return;
        }
        String text = ((Rendering.Rendered) rendering).text();
        for (LintFinding finding : dialect.lint(text, dialect.defaultProfile())) {
            String place = rule.file() + " (" + dialect.name() + " " + finding.line() + ":" + finding.column() + ")";
            found(place, finding.level(), finding.code(), finding.message(), console);
        }
    }

    private void found(String place, LintFinding.Level level, String code, String message, Console console) {
        if (level == LintFinding.Level.ERROR) {
            outcome = outcome.or(ExitCode.CONTENT);
        }
        if (level.compareTo(lowest) >= 0) {
            findings++;
            console.data(Printable.of(
                    place + ": " + level.name().toLowerCase(Locale.ROOT) + " " + message + " [" + code + "]"));
        }
    }

    private String unknown(String id) {
        return "ATT&CK has no technique " + id
                + attack.catalogue().nearest(id).map(this::named).orElse("");
    }

    private String named(String id) {
        return "; the nearest is " + id
                + attack.catalogue()
                        .technique(id)
                        .map(technique -> " (" + technique.name() + ")")
                        .orElse("");
    }
}
