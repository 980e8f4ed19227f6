package dev.harrier.cli;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.sigma.SigmaRule;
import dev.harrier.lab.HuntTest;
import dev.harrier.lab.PackTest;
import dev.harrier.pack.RuleFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code test}: each hunt's SPL and KQL, run in the lab on events made to match it and on near misses. */
@Command(name = "test", mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "PACK", description = "Packs, folders of Sigma rules, or rules.")
    private List<Path> packs;

    @Mixin
    private ValueOptions values;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() {
        Console console = options.console();
        RuleFiles files = RuleFiles.read(packs, values.lists());
        files.problems().forEach(problem -> console.complain(problem.toString()));
        List<Dialect> dialects =
                Connectors.discover().stream().map(ConnectorProvider::dialect).toList();
        List<Hunt> hunts = files.rules().stream()
                .filter(rule -> rule.logic().isPresent())
                .map(SigmaRule::toHunt)
                .toList();
        PackTest result = PackTest.test(hunts, dialects);
        console.data(table(result, dialects));
        boolean sound = result.passed() && files.problems().isEmpty();
        console.progress(summary(result));
        return (sound ? ExitCode.OK : ExitCode.CONTENT).number();
    }

    private static String summary(PackTest result) {
        long failed = result.hunts().stream().filter(test -> !test.passed()).count();
        long untested = result.hunts().stream()
                .filter(test -> test.untested().isPresent())
                .count();
        return (result.hunts().size() - failed - untested) + " hunts pass, " + failed + " fail, " + untested
                + " could not be tested";
    }

    private static String table(PackTest result, List<Dialect> dialects) {
        List<String> headings = new ArrayList<>(List.of("HUNT"));
        dialects.forEach(dialect -> headings.add(dialect.name().toUpperCase(Locale.ROOT)));
        headings.add("WHAT WENT WRONG");
        TextTable table = new TextTable(headings.toArray(new String[0]));
        for (HuntTest test : result.hunts()) {
            List<String> cells = new ArrayList<>(List.of(test.hunt().title()));
            StringBuilder details = new StringBuilder(test.untested().orElse(""));
            for (Dialect dialect : dialects) {
                HuntTest.DialectOutcome outcome = test.outcomes().stream()
                        .filter(o -> o.dialect().equals(dialect.name()))
                        .findFirst()
                        .orElse(new HuntTest.DialectOutcome(dialect.name(), HuntTest.Status.UNSUPPORTED, ""));
                cells.add(outcome.status().name().toLowerCase(Locale.ROOT).replace('_', ' '));
                details.append(outcome.detail().isEmpty() ? "" : " " + dialect.name() + ": " + outcome.detail());
            }
            cells.add(details.toString().strip());
            table.row(cells.toArray(new String[0]));
        }
        return table.text();
    }
}
