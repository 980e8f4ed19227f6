package dev.harrier.dist.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** The SigmaHQ rules that lie beside the repository, by name. */
public final class SigmaSample {
    private static final int BLOCK = 512;

    private SigmaSample() {}

    /** The shared corpus, where it is there. */
    public static Optional<Path> corpus() {
        for (Path root = Path.of("").toAbsolutePath(); root != null; root = root.getParent()) {
            Path corpus = root.resolve("shared/corpus");
            if (Files.isDirectory(corpus.resolve("sigma"))) {
                return Optional.of(corpus);
            }
        }
        return Optional.empty();
    }

    /** Empty where the shared corpus is not there. */
    public static Optional<Map<String, String>> read() {
        return corpus().map(corpus -> rules(corpus.resolve("sigma/sigmahq_sample.tar.gz")));
    }

    private static Map<String, String> rules(Path file) {
        Map<String, String> rules = new LinkedHashMap<>();
        try (InputStream in = Files.newInputStream(file);
                DataInputStream tar = new DataInputStream(new GZIPInputStream(in))) {
            byte[] header = new byte[BLOCK];
            for (tar.readFully(header); header[0] != 0; tar.readFully(header)) {
                String name = new String(header, 0, 100, UTF_8).replaceAll("\0.*", "");
                int size = Integer.parseInt(new String(header, 124, 11, UTF_8).strip(), 8);
                String content = new String(tar.readNBytes(size), UTF_8);
                tar.skipNBytes((BLOCK - size % BLOCK) % BLOCK);
                if (header[156] == '0' && content.contains("\nlogsource:")) {
                    rules.put(rules.size() + " " + name, content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rules;
    }
}
