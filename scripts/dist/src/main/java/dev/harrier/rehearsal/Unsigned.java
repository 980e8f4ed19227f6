package dev.harrier.rehearsal;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Copies of signed jars without their signatures: the JVM keeps no class of a signed jar in an archive, and checks each of its classes
 * anew at every start. Only for the cache of the machine that runs them; what is handed out stays as its makers signed it.
 */
public final class Unsigned {
    private static final Pattern SIGNATURE = Pattern.compile("META-INF/[^/]*\\.(SF|RSA|DSA|EC)");

    private Unsigned() {}

    /**
     * Copies what has to be copied.
     *
     * @param words a folder of jars, and where the copies go: one for each signed jar, as old as it
     * @throws IOException if a jar can't be read or a copy can't be written
     */
    public static void main(String[] words) throws IOException {
        Path to = Files.createDirectories(Path.of(words[1]));
        for (Path jar : jars(Path.of(words[0]))) {
            Path copy = to.resolve(jar.getFileName());
            if (isSigned(jar) && !isCopy(copy, jar)) {
                copy(jar, copy);
            }
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).collect(Collectors.toList());
        }
    }

    private static boolean isSigned(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.stream()
                    .anyMatch(entry -> SIGNATURE.matcher(entry.getName()).matches());
        }
    }

    /** Written anew it would be of no use to the archives of other JDKs that were made with it. */
    private static boolean isCopy(Path copy, Path jar) throws IOException {
        return Files.exists(copy) && Files.getLastModifiedTime(copy).equals(time(jar));
    }

    /** To the second: not every file system keeps more. */
    private static FileTime time(Path jar) throws IOException {
        return FileTime.fromMillis(Files.getLastModifiedTime(jar).toMillis() / 1000 * 1000);
    }

    private static void copy(Path jar, Path copy) throws IOException {
        Path half = copy.resolveSibling(copy.getFileName() + ".half");
        try (ZipFile zip = new ZipFile(jar.toFile());
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(half));
                ZipOutputStream unsigned = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().collect(Collectors.toList())) {
                if (!SIGNATURE.matcher(entry.getName()).matches()) {
                    copy(zip, entry, unsigned);
                }
            }
        }
        Files.setLastModifiedTime(half, time(jar));
        Files.move(half, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(ZipFile zip, ZipEntry entry, ZipOutputStream to) throws IOException {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        to.putNextEntry(same);
        try (InputStream in = zip.getInputStream(entry)) {
            in.transferTo(to);
        }
        to.closeEntry();
    }
}
