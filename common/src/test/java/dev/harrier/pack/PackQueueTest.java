package dev.harrier.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.article.ArticleReader;
import dev.harrier.hunt.HuntPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackQueueTest {
    private static final List<HuntPack> PACKS =
            IntStream.range(0, 5).mapToObj(PackQueueTest::pack).toList();

    @TempDir
    private Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<Thread> tellers = new ArrayList<>();

    private static HuntPack pack(int number) {
        String text = "# Kettle Fox " + number + "\n\nThe malware's server was kettle-fox-" + number + "[.]top.\n";
        return PackMaker.shipped(true).make(ArticleReader.read("story.md", text.getBytes(UTF_8)));
    }

    @Test
    void allAreWrittenAndToldInOrderByTheCaller() {
        try (PackQueue queue = queue(folder)) {
            PACKS.forEach(queue::write);
        }

        assertThat(told).containsExactlyElementsOf(titles(PACKS));
        assertThat(tellers).containsOnly(Thread.currentThread());
        assertThat(folder).isDirectoryRecursivelyContaining("glob:**/briefing.md");
    }

    @Test
    void whatCannotBeWrittenIsSaidAndNothingMoreIsBegun() throws IOException {
        Path file = Files.createFile(folder.resolve("taken"));

        assertThatThrownBy(() -> {
                    try (PackQueue queue = queue(file)) {
                        PACKS.forEach(queue::write);
                    }
                })
                .isInstanceOf(PackException.class)
                .hasMessageContaining("cannot write the pack");
        assertThat(told).isEmpty();
    }

    private PackQueue queue(Path place) {
        return new PackQueue(new PackFolder(place, List.of()), (pack, path) -> {
            told.add(pack.article().title());
            tellers.add(Thread.currentThread());
        });
    }

    private static List<String> titles(List<HuntPack> packs) {
        return packs.stream().map(pack -> pack.article().title()).toList();
    }
}
