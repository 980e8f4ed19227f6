package dev.harrier.dist.quality;

import dev.harrier.article.ArticleReader;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.IndicatorType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Articles that are about no threat: what of their network indicators may be hunted. */
record NonThreat(int articles, List<String> huntable) {
    private static final Set<IndicatorType> NETWORK = EnumSet.of(
            IndicatorType.IPV4,
            IndicatorType.IPV6,
            IndicatorType.CIDR,
            IndicatorType.DOMAIN,
            IndicatorType.URL,
            IndicatorType.EMAIL);

    static NonThreat read() throws IOException {
        List<String> huntable = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> folder = Files.list(SharedCorpus.at("articles/nonthreat"))) {
            files = folder.sorted().toList();
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            Extracted.of(ArticleReader.read(name, Files.readAllBytes(file))).evidence().indicators().stream()
                    .filter(i -> i.huntable() && NETWORK.contains(i.type()))
                    .map(i -> name + ": " + line(i))
                    .forEach(huntable::add);
        }
        return new NonThreat(files.size(), huntable);
    }

    private static String line(Indicator indicator) {
        return indicator.type().word() + " " + indicator.value() + " (" + indicator.why() + ")";
    }

    double perArticle() {
        return (double) huntable.size() / articles;
    }
}
