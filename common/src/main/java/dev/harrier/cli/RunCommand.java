package dev.harrier.cli;

import dev.harrier.hunt.HuntPack;
import dev.harrier.operate.Target;
import dev.harrier.pack.PackSeries;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code run}: from article to verdict in one go. */
@Command(name = "run", mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ARTICLE",
            description =
                    "Files (text, Markdown, AsciiDoc, HTML, PDF, RSS, Atom), folders of them, or http(s) addresses; -"
                            + " for standard input.")
    private List<String> articles = List.of();

    @Mixin
    private PackOptions packs;

    @Mixin
    private Workspace workspace;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() {
        Console console = options.console();
        PackSeries series = new PackSeries(packs.maker(console, workspace.siems()));
        List<HuntPack> made = new ArrayList<>();
        ExitCode outcome = new ArticleInputs(console, article -> made.add(series.next(article))).read(articles, false);
        if (made.isEmpty()) {
            return outcome.number();
        }
        try (Workspace open = workspace) {
            List<Target> targets = open.targets(console);
            ConsoleNotices notices = new ConsoleNotices(console);
            HuntRun run = new HuntRun(notices, workspace.deployment(), workspace.state(), workspace.deploymentLog());
            RunPresenter presenter = new RunPresenter(console, packs.folder());
            WrittenLint lint = new WrittenLint(packs.attack(), notices);
            made.forEach(
                    pack -> lint.check(presenter.show(run.run(pack, targets, workspace.window(Clock.systemUTC())))));
            return outcome.or(workspace.outcome()).or(notices.outcome()).number();
        }
    }
}
