package dev.harrier.watch;

import dev.harrier.article.fetch.FetchException;
import dev.harrier.hunt.HuntPack;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** What a person should know of a round, told as it happens. Words of articles in it are as hostile as the articles. */
public interface WatchNotices {
    /**
     * A pack was written, or written anew since another site tells of it too.
     *
     * @param sources where its story was told
     */
    void written(Path folder, HuntPack pack, List<URI> sources);

    /** An article got no pack, and why. */
    void passed(String article, String why);

    /** Something about a feed wants a person's attention. */
    void finding(String feed, String what);

    /** A feed gave no answer; it is asked again later. */
    void failed(String feed, FetchException failure);

    /** Something on the way that needs nobody. */
    void progress(String what);
}
