package dev.harrier.report.validation;

import dev.harrier.hunt.Hunt;
import dev.harrier.report.ValidationReport.Pack;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a hunt lies in a repository that keeps its packs in {@code packs/}, as {@code generate} writes them. */
final class HuntFile {
    private static final String PACKS = "packs/";

    private HuntFile() {}

    /** Of a hunt in a pack that was made of an article: its rule's file. Of one among other rules: their folder. */
    static String of(ReportView view, Hunt hunt) {
        return view.pack(hunt.id()).map(pack -> encoded(path(pack, hunt))).orElse(PACKS);
    }

    private static String path(Pack pack, Hunt hunt) {
        boolean isOfArticle = pack.severity().isPresent();
        return PACKS + pack.name() + (isOfArticle ? "/hunts/" + hunt.fileName() + ".yml" : "");
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return PACKS;
        }
    }
}
