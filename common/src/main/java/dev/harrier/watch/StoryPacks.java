package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.compose.Hunted;
import dev.harrier.pack.PackFolder;
import dev.harrier.pack.PackMaker;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Makes and writes the packs of stories: one pack, whoever tells. Used by one thread. */
final class StoryPacks {
    private static final String SOURCES = "sources.json";

    private final PackMaker maker;
    private final Supplier<PackFolder> folders;
    private Hunted hunted = Hunted.nothing();

    /** Each write gets a folder writer of its own, for one writes a name once only. */
    StoryPacks(PackMaker maker, Supplier<PackFolder> folders) {
        this.maker = requireNonNull(maker, "maker is null");
        this.folders = requireNonNull(folders, "folders is null");
    }

    HuntPack make(Article article) {
        return maker.make(article, hunted);
    }

    /**
     * Writes the pack of a story.
     *
     * @param pack made of the story's article
     * @throws dev.harrier.pack.PackException if it can't be written
     */
    Path write(Story story, HuntPack pack) {
        HuntPack whole = referring(pack, story.addresses());
        hunted = hunted.and(whole);
        Path folder = folders.get().write(whole);
        if (story.tellings().size() > 1) {
            PackFolder.addReport(folder, SOURCES, SourcesJson.of(story));
        }
        return folder;
    }

    private static HuntPack referring(HuntPack pack, List<URI> addresses) {
        List<Hunt> hunts =
                pack.hunts().stream().map(hunt -> referring(hunt, addresses)).toList();
        return new HuntPack(pack.article(), pack.evidence(), pack.assessment(), hunts, pack.leftOut(), pack.toCheck());
    }

    private static Hunt referring(Hunt hunt, List<URI> addresses) {
        List<String> references = new ArrayList<>(hunt.references());
        addresses.forEach(address -> references.add(address.toString()));
        return hunt.withReferences(references);
    }
}
