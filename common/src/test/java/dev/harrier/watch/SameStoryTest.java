package dev.harrier.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.attack.SharedFolder;
import dev.harrier.pack.PackMaker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SameStoryTest {
    @Test
    void threeSharedIndicatorsThatAreHalfOfTheShorterListTellTheSameStory() {
        assertThat(SameStory.tell(signature("a b c d e", 1, 6), signature("f g h i j", 1, 4)))
                .isTrue();
        assertThat(SameStory.tell(signature("a b c d e", 1, 3), signature("f g h i j", 2, 4)))
                .as("two are chance")
                .isFalse();
        assertThat(SameStory.tell(signature("a b c d e", 1, 20), signature("f g h i j", 17, 40)))
                .as("a fifth of the list is shared infrastructure")
                .isFalse();
    }

    @Test
    void aYearLaterItIsAnotherStory() {
        Signature then = dated(signature("a b c d e", 1, 6), LocalDate.of(2025, 1, 1));
        assertThat(SameStory.tell(then, dated(then, LocalDate.of(2025, 1, 30)))).isTrue();
        assertThat(SameStory.tell(then, dated(then, LocalDate.of(2026, 1, 1)))).isFalse();
    }

    /** Each pair that merges was looked at: copies of one file under other names, and two vendors' reports of the Winnti campaign. */
    @Test
    @Tag("slow")
    void ofTheSharedArticlesTheCopiesAndTheTwoReportsOfOneCampaignMergeAndNoOthers() throws IOException {
        Map<String, Signature> articles = signatures();
        List<String> merged = new ArrayList<>();
        List<String> names = List.copyOf(articles.keySet());
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                if (SameStory.tell(articles.get(names.get(i)), articles.get(names.get(j)))) {
                    merged.add(names.get(i) + " = " + names.get(j));
                }
            }
        }
        assertThat(merged)
                .containsExactly(
                        "annoctr_lab52_2019-05-16_winnti-group-geostrategic-analysis-and.md = eset_winnti_group.adoc",
                        "eset_aceCryptor.adoc = eset_aceCryptor_h2_2023.adoc",
                        "eset_aceCryptor.adoc = eset_ace_cryptor.adoc",
                        "eset_aceCryptor_h2_2023.adoc = eset_ace_cryptor.adoc",
                        "eset_andromeda.adoc = eset_gamarue.adoc");
    }

    /** A retelling here is the report with a share of its lines gone, each telling losing lines of its own choice. */
    @Test
    @Tag("slow")
    void retellingsThatKeepMostLinesMerge() throws IOException {
        Map<Integer, Integer> found = new TreeMap<>();
        List<Path> files = threats();
        long seed = 9;
        Random random = new Random(seed);
        for (int dropped : List.of(10, 20, 30)) {
            for (Path file : files) {
                String text = Files.readString(file);
                Sketch one = Sketch.of(text);
                found.merge(
                        dropped,
                        one.resemblance(Sketch.of(without(text, dropped, random))) >= SameStory.RESEMBLANCE ? 1 : 0,
                        Integer::sum);
            }
        }
        System.out.println("retellings by words alone, of " + files.size() + " (seed " + seed + "): " + found);
        assertThat(found.get(20)).isGreaterThan(files.size() * 8 / 10);
    }

    private static String without(String text, int percent, Random random) {
        StringBuilder kept = new StringBuilder();
        text.lines().filter(line -> random.nextInt(100) >= percent).forEach(line -> kept.append(line)
                .append('\n'));
        return kept.toString();
    }

    private static Map<String, Signature> signatures() throws IOException {
        PackMaker maker = PackMaker.shipped(true);
        Map<String, Signature> signatures = new TreeMap<>();
        List<Path> files = new ArrayList<>(threats());
        files.addAll(files("corpus/articles/nonthreat"));
        for (Path file : files) {
            Article article = ArticleReader.read(file.toString(), Files.readAllBytes(file));
            signatures.put(
                    file.getFileName().toString(),
                    Signature.of(article, maker.make(article).evidence()));
        }
        return signatures;
    }

    private static List<Path> threats() throws IOException {
        return files("corpus/articles/threat");
    }

    private static List<Path> files(String below) throws IOException {
        Path folder = SharedFolder.find(below);
        assumeTrue(Files.isDirectory(folder), "no shared corpus");
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }

    private static Signature signature(String words, int from, int to) {
        SortedSet<String> indicators = new TreeSet<>();
        for (int i = from; i <= to; i++) {
            indicators.add("domain evil" + i + ".example");
        }
        return new Signature(Sketch.of(words), indicators, Optional.empty());
    }

    private static Signature dated(Signature signature, LocalDate date) {
        return new Signature(signature.sketch(), signature.indicators(), Optional.of(date));
    }
}
