package dev.harrier.pack;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.hunt.HuntPack;
import dev.harrier.hunt.compose.Hunted;

/** Packs made one after another, in which no indicator is hunted twice. Not thread-safe. */
public final class PackSeries {
    private final PackMaker maker;
    private Hunted hunted;

    /** A series in which only what it makes itself is hunted. */
    public PackSeries(PackMaker maker) {
        this(maker, Hunted.nothing());
    }

    /** A series beside packs that are there already. */
    public PackSeries(PackMaker maker, Hunted hunted) {
        this.maker = requireNonNull(maker, "maker is null");
        this.hunted = requireNonNull(hunted, "hunted is null");
    }

    /** Makes the next pack; what an earlier one of this series hunts is left out of it, with that one's name. */
    public HuntPack next(Article article) {
        HuntPack pack = maker.make(article, hunted);
        hunted = hunted.and(pack);
        return pack;
    }
}
