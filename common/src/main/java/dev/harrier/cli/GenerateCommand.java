package dev.harrier.cli;

import dev.harrier.hunt.HuntPack;
import dev.harrier.pack.PackQueue;
import dev.harrier.pack.PackSeries;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code generate}: a pack per article. */
@Command(name = "generate", mixinStandardHelpOptions = true)
final class GenerateCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "ARTICLE",
            description =
                    "Files (text, Markdown, AsciiDoc, HTML, PDF, RSS, Atom), folders of them, or http(s) addresses; - or nothing: standard input.")
    private List<String> articles = List.of();

    @Mixin
    private PackOptions packs;

    @Mixin
    private ConsoleOptions options;

    @Override
    public Integer call() {
        Console console = options.console();
        PackSeries series = new PackSeries(packs.maker(console), packs.hunted(console));
        ExitCode outcome;
        try (PackQueue written = new PackQueue(packs.folder(), (pack, folder) -> tell(console, pack, folder))) {
            outcome = new ArticleInputs(console, article -> written.write(series.next(article))).read(articles, false);
        }
        return outcome.number();
    }

    private static void tell(Console console, HuntPack pack, Path folder) {
        console.data(folder.toString());
        console.progress(PackSummary.of(pack));
    }
}
