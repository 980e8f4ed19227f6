package dev.harrier.cli;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.lab.HuntTest;
import dev.harrier.lab.PackTest;
import dev.harrier.report.TestJson;
import dev.harrier.report.TestJunit;
import dev.harrier.report.TestedHunt;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code test}: each hunt's SPL and KQL, run in the lab on events made to match it, on near misses, and on the analysts' own events in
 * {@code tests} beside the rules, see {@link dev.harrier.lab.Fixture}.
 */
@Command(name = "test", mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    enum Output {
        table,
        json,
        ndjson,
        junit
    }

    @Parameters(
            arity = "1..*",
            paramLabel = "PACK",
            description =
                    "Packs, folders of packs or of Sigma rules, or rules. Events of your own are taken from the folder"
                            + " tests beside the rules (in a pack: beside hunts), named for a rule's file or a hunt's id"
                            + " and for what the hunt must find: NAME.hit.jsonl (every event), NAME.miss.jsonl (none),"
                            + " NAME.3.jsonl (three), NAME.2-5.jsonl; words may stand between, as in"
                            + " NAME.june-incident.hit.jsonl. Also .json, .ndjson, and each with .gz. One whose name fits"
                            + " no rule is an error.")
    private List<Path> packs;

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}. Default: table.")
    private Output output;

    @Mixin
    private ValueOptions values;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() {
        Console console = options.console();
        TestInputs inputs = TestInputs.read(packs, values.lists());
        inputs.problems().forEach(console::complain);
        List<Dialect> dialects =
                Connectors.discover().stream().map(ConnectorProvider::dialect).toList();
        PackTest result = PackTest.testWith(inputs.cases(), dialects);
        String text = text(result, dialects);
        if (!text.isEmpty()) {
            console.data(text);
        }
        console.progress(summary(result));
        boolean sound = result.passed() && inputs.problems().isEmpty();
        return (sound ? ExitCode.OK : ExitCode.CONTENT).number();
    }

    private String text(PackTest result, List<Dialect> dialects) {
        List<TestedHunt> hunts =
                result.hunts().stream().map(TestPresenter::hunt).toList();
        return switch (output) {
            case table ->
                TestPresenter.table(hunts, dialects.stream().map(Dialect::name).toList());
            case json -> TestJson.of(hunts);
            case ndjson -> TestJson.lines(hunts);
            case junit -> TestJunit.of(hunts);
        };
    }

    private static String summary(PackTest result) {
        long failed = result.hunts().stream().filter(test -> !test.passed()).count();
        long untested = result.hunts().stream()
                .filter(HuntTest::passed)
                .filter(HuntTest::isUntested)
                .count();
        long passed = result.hunts().size() - failed - untested;
        return Counted.of(passed, "hunt") + (passed == 1 ? " passes, " : " pass, ") + failed
                + (failed == 1 ? " fails, " : " fail, ") + untested + " could not be tested";
    }
}
