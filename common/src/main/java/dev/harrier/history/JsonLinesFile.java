package dev.harrier.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A growing file of JSON lines in a folder, begun anew when it is large: {@code NAME.jsonl} grows, {@code NAME-000001.jsonl} and so on
 * are full. Whole lines are appended under a lock and forced to disk; a line that a killed process left torn is passed over and counted.
 * Safe for several threads and processes.
 */
public final class JsonLinesFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final String name;
    private final long mostBytes;

    /**
     * The files of a name.
     *
     * @param folder made when something is appended
     * @param name letters, digits and {@code -}
     * @param mostBytes after which a file is full
     */
    public JsonLinesFile(Path folder, String name, long mostBytes) {
        this.folder = folder;
        this.name = name;
        this.mostBytes = mostBytes;
    }

    /**
     * Appends all or, if the process dies, some; never half a line that a later append would run into.
     *
     * @throws HistoryException if they can't be written, or another process holds the file for too long
     */
    @SuppressWarnings("try") // the lock is held, not used
    public void append(List<? extends JsonNode> lines) {
        if (lines.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line(line)).append('\n'));
        try (FolderLock lock = FolderLock.take(folder, "." + name + ".lock", PATIENCE)) {
            rotate();
            write(ByteBuffer.wrap(text.toString().getBytes(UTF_8)));
        } catch (IOException e) {
            throw new HistoryException("cannot write " + growing() + ": " + e, e);
        }
    }

    /**
     * Reads all files, oldest first.
     *
     * @param each takes a line; a line that it refuses with {@link IllegalArgumentException} counts as unreadable
     * @return how many lines could not be read
     * @throws HistoryException if a file can't be read
     */
    public int read(Consumer<JsonNode> each) {
        int[] bad = {0};
        for (Path file : files()) {
            try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    bad[0] += parse(line, each) ? 0 : 1;
                }
            } catch (IOException e) {
                throw new HistoryException("cannot read " + file + ": " + e, e);
            }
        }
        return bad[0];
    }

    private static boolean parse(String line, Consumer<JsonNode> each) {
        if (line.isBlank()) {
            return true;
        }
        try {
            each.accept(MAPPER.readTree(line));
            return true;
        } catch (JsonProcessingException | IllegalArgumentException torn) {
            return false;
        }
    }

    private Path growing() {
        return folder.resolve(name + ".jsonl");
    }

    private List<Path> files() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> full = all.filter(file -> file.getFileName()
                            .toString()
                            .matches(java.util.regex.Pattern.quote(name) + "-\\d{6}\\.jsonl"))
                    .sorted()
                    .toList();
            return Files.exists(growing())
                    ? Stream.concat(full.stream(), Stream.of(growing())).toList()
                    : full;
        } catch (IOException | UncheckedIOException e) {
            throw new HistoryException("cannot list " + folder + ": " + e, e);
        }
    }

    private void rotate() throws IOException {
        if (Files.exists(growing()) && Files.size(growing()) >= mostBytes) {
            int next = files().size();
            Files.move(growing(), folder.resolve(String.format("%s-%06d.jsonl", name, next)));
        }
    }

    private void write(ByteBuffer bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(
                growing(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            channel.position(channel.size());
            if (channel.size() > 0 && !endsALine(channel)) {
                channel.write(ByteBuffer.wrap(new byte[] {'\n'}));
            }
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static boolean endsALine(FileChannel channel) throws IOException {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) == '\n';
    }

    private static String line(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree in memory is always JSON", e);
        }
    }
}
