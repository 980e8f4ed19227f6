package dev.harrier.cli;

import dev.harrier.article.Article;
import dev.harrier.hunt.HuntPack;
import dev.harrier.pack.PackMaker;
import dev.harrier.report.ExtractJson;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extract}: evidence and assessment of articles. */
@Command(name = "extract", mixinStandardHelpOptions = true)
final class ExtractCommand implements Callable<Integer> {
    enum Output {
        table,
        json,
        ndjson
    }

    enum Input {
        article,
        jsonl
    }

    @Parameters(
            paramLabel = "ARTICLE",
            description =
                    "Files (text, Markdown, AsciiDoc, HTML, PDF, RSS, Atom), folders of them, or http(s) addresses; - or nothing: standard input.")
    private List<String> articles = List.of();

    @Option(names = "--output", defaultValue = "table", description = "${COMPLETION-CANDIDATES}. Default: table.")
    private Output output;

    @Option(names = "--input", defaultValue = "article", description = "jsonl: a JSON object {id, text} a line.")
    private Input input;

    @Mixin
    private AllowOptions allowed;

    @Mixin
    private AttackOptions attack;

    @Mixin
    private ConsoleOptions options;

    private final Function<ConsoleOptions, Console> consoles;
    private final Supplier<Web> webs;

    ExtractCommand() {
        this(ConsoleOptions::console, Web::new);
    }

    /** With a console and a web of the caller's; the command line can't choose them. */
    ExtractCommand(Function<ConsoleOptions, Console> consoles, Supplier<Web> webs) {
        this.consoles = consoles;
        this.webs = webs;
    }

    @Override
    public Integer call() {
        Console console = consoles.apply(options);
        PackMaker maker = PackMaker.of(attack.catalogue(), allowed.allowlist(), false);
        ArticleInputs.Receiver receiver = new ArticleInputs.Receiver() {
            @Override
            public void article(Article article) {
                console.data(show(maker.make(article)));
            }

            @Override
            public void failed(String id, String why) {
                if (output == Output.ndjson) {
                    console.data(ExtractJson.failure(id, why));
                }
            }
        };
        return new ArticleInputs(console, receiver, webs.get())
                .read(articles, input == Input.jsonl)
                .number();
    }

    private String show(HuntPack pack) {
        return switch (output) {
            case table -> EvidenceTable.of(pack);
            case json -> ExtractJson.pretty(pack);
            case ndjson -> ExtractJson.line(pack);
        };
    }
}
