package dev.harrier.cli;

import dev.harrier.article.fetch.FetchException;
import dev.harrier.hunt.HuntPack;
import dev.harrier.watch.Round;
import dev.harrier.watch.WatchNotices;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** Says what a watch does, as it does it: the packs' folders on standard output, the rest on standard error. */
final class WatchPresenter implements WatchNotices {
    private final Console console;
    private boolean misused;

    WatchPresenter(Console console) {
        this.console = console;
    }

    @Override
    public void written(Path folder, HuntPack pack, List<URI> sources) {
        console.data(folder.toString());
        console.progress(PackSummary.of(pack) + (sources.size() > 1 ? ", told by " + sources.size() + " sites" : ""));
    }

    @Override
    public void passed(String article, String why) {
        console.progress("no pack: " + article + ": " + why);
    }

    @Override
    public void finding(String feed, String what) {
        console.complain(what.startsWith(feed) ? what : feed + ": " + what);
    }

    @Override
    public void failed(String feed, FetchException failure) {
        misused |= Web.exitCode(failure.kind()) == ExitCode.USAGE;
        console.complain(failure.getMessage(), failure);
    }

    @Override
    public void progress(String what) {
        console.progress(what);
    }

    void round(Round round) {
        console.progress("asked " + Counted.of(round.asked(), "feed") + ": " + Counted.of(round.packs(), "pack")
                + " written, " + round.failed() + " failed, " + Counted.of(round.findings(), "finding"));
    }

    /** All feeds without an answer is a remote failure, some is partial. */
    ExitCode outcome(Round round) {
        ExitCode outcome = round.findings() > 0 ? ExitCode.FINDINGS : ExitCode.OK;
        if (round.failed() > 0) {
            outcome = outcome.or(round.failed() == round.asked() ? ExitCode.REMOTE : ExitCode.PARTIAL);
        }
        return misused ? outcome.or(ExitCode.USAGE) : outcome;
    }
}
