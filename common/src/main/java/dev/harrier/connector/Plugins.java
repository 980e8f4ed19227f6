package dev.harrier.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Connectors of third parties: jars in a folder, of which only those are loaded whose SHA-256 stands in the list {@value #LIST} beside
 * them, as {@code sha256sum} writes it. Plugins run with all that Harrier may do; the list says which ones somebody has vouched for.
 */
final class Plugins {
    static final String LIST = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *]([A-Za-z0-9][A-Za-z0-9._-]*\\.jar)");

    private final Path folder;

    Plugins(Path folder) {
        this.folder = requireNonNull(folder, "folder is null");
    }

    /** The folder that this process was told of: {@code HARRIER_PLUGINS}, else what the launcher says. */
    static Optional<Path> folderOfProcess() {
        return Optional.ofNullable(System.getenv("HARRIER_PLUGINS"))
                .or(() -> Optional.ofNullable(System.getProperty("harrier.plugins")))
                .filter(name -> !name.isBlank())
                .map(Path::of);
    }

    /**
     * A loader that sees the listed jars besides what its parent sees, or the parent itself where there is no list.
     *
     * @throws ConnectorException of kind CONFIGURATION naming every line that is none, and every jar that is missing or not as listed;
     *     then nothing is loaded
     */
    ClassLoader loader(ClassLoader parent) {
        List<URL> jars = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (String line : lines()) {
            Matcher entry = LINE.matcher(line);
            if (entry.matches()) {
                add(folder.resolve(entry.group(2)), entry.group(1), jars, problems);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                problems.add("no line of a checksum list: " + line);
            }
        }
        if (!problems.isEmpty()) {
            throw refused(folder.resolve(LIST) + ": " + String.join("; ", problems));
        }
        return jars.isEmpty() ? parent : new URLClassLoader(jars.toArray(URL[]::new), parent);
    }

    private List<String> lines() {
        Path list = folder.resolve(LIST);
        try {
            return Files.exists(list) ? Files.readAllLines(list, UTF_8) : List.of();
        } catch (IOException e) {
            throw refused("cannot read " + list + ": " + e);
        }
    }

    private static void add(Path jar, String listed, List<URL> jars, List<String> problems) {
        try {
            String found = HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(jar)));
            if (found.equalsIgnoreCase(listed)) {
                jars.add(jar.toUri().toURL());
            } else {
                problems.add(jar.getFileName() + " is not the file that is listed: its checksum is " + found);
            }
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a path always has an address", e);
        } catch (IOException e) {
            problems.add(jar.getFileName() + " cannot be read: " + e);
        }
    }

    private static ConnectorException refused(String why) {
        return new ConnectorException(
                ConnectorException.Kind.CONFIGURATION,
                "plugins",
                why + "; put it right, or take the plugin out of the list");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
