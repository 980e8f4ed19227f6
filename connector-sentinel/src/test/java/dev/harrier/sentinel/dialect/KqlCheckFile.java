package dev.harrier.sentinel.dialect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes the texts that a test rendered to where {@code scripts/test} runs Microsoft's parser over them. */
public final class KqlCheckFile implements Closeable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedWriter out;

    /** Of one test. */
    public KqlCheckFile(String test) {
        try {
            Path folder = Files.createDirectories(Path.of("target", "kql-check"));
            out = Files.newBufferedWriter(folder.resolve(test + ".jsonl"), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A query, for Sentinel or for export to Defender. */
    public void add(String id, String kql, boolean export) {
        write(id, kql, export, new LinkedHashMap<>());
    }

    /** A query whose string literals must mean exactly these to Microsoft's parser. */
    void add(String id, String kql, boolean export, List<String> strings) {
        write(id, kql, export, new LinkedHashMap<>(Map.of("strings", strings)));
    }

    private void write(String id, String kql, boolean export, Map<String, Object> line) {
        line.put("id", id);
        line.put("kql", kql);
        line.put("platform", export ? "defender" : "sentinel");
        try {
            out.write(JSON.writeValueAsString(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
