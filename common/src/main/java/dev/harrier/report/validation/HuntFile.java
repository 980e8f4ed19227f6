package dev.harrier.report.validation;

import dev.harrier.hunt.Hunt;
import dev.harrier.report.FileUri;
import dev.harrier.report.ValidationReport.Pack;

/** Where a hunt lies in a repository that keeps its packs in {@code packs/}, as {@code generate} writes them. */
final class HuntFile {
    private static final String PACKS = "packs/";

    private HuntFile() {}

    /** Of a hunt in a pack that was made of an article: its rule's file. Of one among other rules: their folder. */
    static String of(ReportView view, Hunt hunt) {
        return view.pack(hunt.id()).map(pack -> FileUri.of(path(pack, hunt))).orElse(PACKS);
    }

    private static String path(Pack pack, Hunt hunt) {
        boolean isOfArticle = pack.severity().isPresent();
        return PACKS + pack.name() + (isOfArticle ? "/hunts/" + hunt.fileName() + ".yml" : "");
    }
}
