package dev.harrier.cli;

import dev.harrier.article.fetch.Fetcher;
import dev.harrier.config.ConfigurationReader;
import dev.harrier.history.FolderLock;
import dev.harrier.pack.PackMaker;
import dev.harrier.watch.Pages;
import dev.harrier.watch.Pause;
import dev.harrier.watch.Round;
import dev.harrier.watch.Timing;
import dev.harrier.watch.Watch;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code watch}: feeds in, packs out, until it is stopped. */
@Command(name = "watch", mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FEED",
            description =
                    "http(s) addresses of RSS or Atom feeds; @FILE reads them from a file, one a line. Hosts inside"
                            + " your network are refused (private, loopback and link-local addresses, and names such as"
                            + " feed.corp): a feed's text may not make this program reach what its author can't. Save an"
                            + " internal feed, and give the file to generate. An egress proxy is used as curl would:"
                            + " HTTPS_PROXY, HTTP_PROXY, ALL_PROXY and NO_PROXY, or Java's https.proxyHost; the proxy then"
                            + " resolves names.")
    private List<String> feeds = List.of();

    @Option(
            names = "--every",
            paramLabel = "TIME",
            defaultValue = "30m",
            description = "How often feeds are asked, such as 30m or 2h. Default: ${DEFAULT-VALUE}.")
    private String every;

    @Option(
            names = "--once",
            description = "Ask each feed that is due once, and end: for cron, systemd timers and workflows.")
    private boolean once;

    @Option(
            names = "--memory",
            paramLabel = "FOLDER",
            defaultValue = "watch",
            description = "Where is remembered what was read. Keep it where the next run finds it. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Path memory;

    @Option(
            names = "--stale-after",
            paramLabel = "TIME",
            defaultValue = "30d",
            description = "A feed without news for longer is a finding. Default: ${DEFAULT-VALUE}.")
    private String stale;

    @Mixin
    private PackOptions packs;

    @Mixin
    private ConsoleOptions options;

    @Spec
    private CommandSpec spec;

    private final Function<ConsoleOptions, Console> console;
    private final Supplier<Fetcher> fetchers;
    private final Pause pause;

    WatchCommand() {
        this(ConsoleOptions::console, Fetcher::new, time -> LockSupport.parkNanos(time.toNanos()));
    }

    WatchCommand(Function<ConsoleOptions, Console> console, Supplier<Fetcher> fetchers, Pause pause) {
        this.console = console;
        this.fetchers = fetchers;
        this.pause = pause;
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Integer call() {
        Timing timing = timing();
        feeds.forEach(this::check);
        Console out = console.apply(options);
        PackMaker maker = packs.maker(out);
        try (Fetcher fetcher = fetchers.get();
                FolderLock lock = FolderLock.take(memory, ".watch.lock", Duration.ZERO)) {
            Pages pages = fetcher::fetch;
            WatchPresenter presenter = new WatchPresenter(out);
            Watch watch = new Watch(memory, maker, packs::folder, pages, timing, presenter);
            return watching(watch, presenter).number();
        }
    }

    private ExitCode watching(Watch watch, WatchPresenter presenter) {
        while (true) {
            Round round = watch.round(feeds);
            presenter.round(round);
            if (!once) {
                pause.sleep(watch.untilNext());
            }
            if (once || Thread.currentThread().isInterrupted()) {
                return presenter.outcome(round);
            }
        }
    }

    private Timing timing() {
        try {
            return new Timing(
                    ConfigurationReader.duration(every),
                    ConfigurationReader.duration(stale),
                    Clock.systemUTC(),
                    pause,
                    new SplittableRandom());
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private void check(String feed) {
        if (!Web.isAddress(feed)) {
            throw new ParameterException(
                    spec.commandLine(),
                    feed
                            + " is no http or https address; a feed on disk, or one inside your network that you"
                            + " saved, is for generate");
        }
    }
}
