package dev.harrier.cli;

import dev.harrier.hunt.HuntPack;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackSeries;
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
        PackFolder folder = packs.folder();
        ArticleInputs inputs = new ArticleInputs(console, article -> {
            HuntPack pack = series.next(article);
            console.data(folder.write(pack).toString());
            console.progress(PackSummary.of(pack));
        });
        return inputs.read(articles, false).number();
    }
}
