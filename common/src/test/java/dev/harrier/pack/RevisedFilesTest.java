package dev.harrier.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.article.ArticleReader;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.ExportedFile;
import dev.harrier.connector.Settings;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntPack;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connector sees the file that its own takes the place of, and no other. */
class RevisedFilesTest {
    private static final HuntPack PACK = PackMaker.shipped(true)
            .make(ArticleReader.read(
                    "story.md", "# Kettle Fox\n\nThe malware's server was kettle-fox[.]top.\n".getBytes(UTF_8)));

    @TempDir
    private Path folder;

    /** Writes one file, and keeps what it is told of the older one. */
    private record Remembering(String text) implements ConnectorProvider {
        @Override
        public String name() {
            return "kettle";
        }

        /** One that says nothing. */
        @Override
        public Dialect dialect() {
            return (Dialect) Proxy.newProxyInstance(
                    RevisedFilesTest.class.getClassLoader(),
                    new Class<?>[] {Dialect.class},
                    (proxy, method, arguments) -> method.getReturnType() == Rendering.class
                            ? new Rendering.Unsupported("says nothing")
                            : "none");
        }

        @Override
        public Connector connect(Settings settings) {
            throw new UnsupportedOperationException("not asked");
        }

        @Override
        public List<ExportedFile> export(List<Hunt> hunts) {
            return List.of(new ExportedFile("kettle/a.txt", text), new ExportedFile("other/b.txt", text));
        }

        @Override
        public ExportedFile revised(ExportedFile file, String before) {
            return new ExportedFile(file.path(), file.text() + "after " + before);
        }
    }

    @Test
    void onlyAnOlderFileOfItsOwnIsShown() throws IOException {
        Path first = write("one\n");
        assertThat(first.resolve("kettle/a.txt")).hasContent("one");

        Path second = write("two\n");
        assertThat(second).isEqualTo(first);
        assertThat(Files.readString(second.resolve("kettle/a.txt"))).isEqualTo("two\nafter one\n");
        assertThat(Files.readString(second.resolve("other/b.txt"))).isEqualTo("two\n");
    }

    private Path write(String text) {
        return new PackFolder(folder, List.of(new Remembering(text))).write(PACK);
    }
}
