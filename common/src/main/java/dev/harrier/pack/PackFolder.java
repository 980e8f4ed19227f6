package dev.harrier.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.ExportedFile;
import dev.harrier.deploy.Fingerprint;
import dev.harrier.hunt.HuntPack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes packs. A pack appears whole or not at all: it is written beside its place and then moved there. Files that somebody else put
 * into the folder stay; files of an earlier pack that this one no longer has go.
 */
public final class PackFolder {
    private static final String MANIFEST = ".harrier-files";

    private final Path parent;
    private final List<ConnectorProvider> connectors;
    private final Set<Path> written = new HashSet<>();

    /**
     * A place for packs.
     *
     * @param parent made when it doesn't exist
     * @param connectors that contribute files
     */
    public PackFolder(Path parent, List<ConnectorProvider> connectors) {
        this.parent = requireNonNull(parent, "parent is null");
        this.connectors = List.copyOf(connectors);
    }

    /**
     * Writes a pack into a folder of its own, replacing what an earlier run wrote there for the same article.
     *
     * @return the pack's folder
     * @throws PackException naming the place, if it cannot be written; what stood there before then still stands
     */
    public synchronized Path write(HuntPack pack) {
        Path folder = folder(pack);
        List<ExportedFile> files = PackContent.of(pack, connectors).stream()
                .map(file -> revised(file, folder))
                .toList();
        Path staging = parent.resolve("." + folder.getFileName() + ".new");
        try {
            delete(staging);
            putAll(files, staging);
            put(staging.resolve(MANIFEST), manifest(pack, files));
            keepForeign(folder, staging);
            swap(staging, folder);
            written.add(folder);
            return folder;
        } catch (IOException e) {
            throw new PackException("cannot write the pack " + folder + ": " + FileFailure.words(e), e);
        }
    }

    /**
     * Adds a report to a pack's folder.
     *
     * @return the file
     * @throws PackException if it cannot be written
     */
    public static Path addReport(Path folder, String name, String text) {
        Path file = folder.resolve(name);
        try {
            Path fresh = folder.resolve("." + name + ".new");
            put(fresh, text);
            return Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new PackException("cannot write " + file + ": " + FileFailure.words(e), e);
        }
    }

    /** The folder of the article's name, or one told apart by its text if that name is another article's. */
    private Path folder(HuntPack pack) {
        Path plain = parent.resolve(PackName.of(pack.article()));
        boolean free = !Files.exists(plain) || owner(plain.resolve(MANIFEST)).equals(story(pack));
        return free && !written.contains(plain) ? plain : parent.resolve(PackName.distinct(pack.article()));
    }

    /** What stays the same when an article is read again, from wherever. */
    private static String story(HuntPack pack) {
        Article article = pack.article();
        return Fingerprint.of(article.url()
                .map(URI::toString)
                .orElse(article.title() + "\n" + article.source().orElse("")));
    }

    private static String owner(Path manifest) {
        try (Stream<String> lines = Files.lines(manifest)) {
            return lines.findFirst().orElse("");
        } catch (IOException | UncheckedIOException e) {
            return "";
        }
    }

    /** Only what the folder holds tells that a file has a past; what can't be read has none. */
    private ExportedFile revised(ExportedFile file, Path folder) {
        return connectors.stream()
                .filter(provider -> file.path().startsWith(provider.name() + "/"))
                .findFirst()
                .flatMap(provider -> before(folder.resolve(file.path())).map(text -> provider.revised(file, text)))
                .orElse(file);
    }

    private static Optional<String> before(Path file) {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file, UTF_8)) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String manifest(HuntPack pack, List<ExportedFile> files) {
        StringBuilder text = new StringBuilder(story(pack)).append('\n');
        files.stream().map(ExportedFile::path).sorted().forEach(path -> text.append(path)
                .append('\n'));
        return text.toString();
    }

    /** Each folder is made once: making one that is there already costs more than writing a file. */
    private static void putAll(List<ExportedFile> files, Path folder) throws IOException {
        Set<Path> made = new HashSet<>();
        for (ExportedFile file : files) {
            Path place = folder.resolve(file.path());
            if (made.add(place.getParent())) {
                Files.createDirectories(place.getParent());
            }
            Files.writeString(place, file.text(), UTF_8);
        }
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text, UTF_8);
    }

    private static void keepForeign(Path folder, Path staging) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<String> ours = Files.exists(folder.resolve(MANIFEST))
                ? Files.readAllLines(folder.resolve(MANIFEST), UTF_8)
                : List.of();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
                String path = folder.relativize(file).toString().replace('\\', '/');
                Path kept = staging.resolve(path);
                if (!ours.contains(path) && !path.equals(MANIFEST) && !Files.exists(kept)) {
                    Files.createDirectories(kept.getParent());
                    Files.copy(file, kept);
                }
            }
        }
    }

    private static void swap(Path staging, Path folder) throws IOException {
        Path old = folder.resolveSibling("." + folder.getFileName() + ".old");
        delete(old);
        if (Files.exists(folder)) {
            Files.move(folder, old, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.move(staging, folder, StandardCopyOption.ATOMIC_MOVE);
        delete(old);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
