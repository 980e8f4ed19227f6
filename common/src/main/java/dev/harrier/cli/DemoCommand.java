package dev.harrier.cli;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.lab.LoadReport;
import dev.harrier.operate.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: the whole flow on what ships with Harrier, in the embedded lab. */
@Command(name = "demo", mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
    private static final String FOLDER = "/dev/harrier/demo/";

    @Option(
            names = {"-o", "--packs"},
            defaultValue = "harrier-demo",
            paramLabel = "FOLDER",
            description = "Where the pack and the report are written. Default: ${DEFAULT-VALUE}.")
    private Path folder;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() {
        Console console = options.console();
        PackOptions packs = CommandLine.populateCommand(new PackOptions(), "--packs=" + folder);
        Workspace workspace = CommandLine.populateCommand(new Workspace());
        try (workspace) {
            console.progress("reading the shipped article");
            Article article = ArticleReader.read("article.md", resource("article.md"));
            console.progress("loading the shipped events into the lab");
            console.progress(LoadSummary.of(load(workspace, console)));
            List<Target> targets = workspace.targets(console);
            ConsoleNotices notices = new ConsoleNotices(console);
            HuntRun run = new HuntRun(notices, workspace.deployment(), workspace.state(), Optional.empty());
            new RunPresenter(console, packs.folder())
                    .show(run.run(packs.maker(console).make(article), targets, workspace.window(Clock.systemUTC())));
            return notices.outcome().number();
        }
    }

    private static LoadReport load(Workspace workspace, Console console) {
        try (InputStream events = DemoCommand.class.getResourceAsStream(FOLDER + "events.jsonl.gz")) {
            return workspace.lab(console).load("events.jsonl.gz", events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] resource(String name) {
        try (InputStream in = DemoCommand.class.getResourceAsStream(FOLDER + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
