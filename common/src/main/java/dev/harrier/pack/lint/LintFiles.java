package dev.harrier.pack.lint;

import dev.harrier.pack.FileFailure;
import dev.harrier.pack.PackException;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The files that a lint reads: rules, queries and templates below what was named. Links and hidden folders are not followed. */
final class LintFiles {
    private static final Pattern OURS = Pattern.compile(".*\\.(ya?ml|spl|kql)");

    private LintFiles() {}

    /**
     * Each file once, sorted.
     *
     * @throws PackException if a path isn't there or can't be read
     */
    static List<Path> below(List<Path> paths) {
        Set<Path> files = new TreeSet<>();
        for (Path path : paths) {
            try {
                Files.walkFileTree(path, new Collector(path, files));
            } catch (IOException e) {
                throw new PackException("cannot read " + path + ": " + FileFailure.words(e), e);
            }
        }
        return List.copyOf(files);
    }

    private static final class Collector extends SimpleFileVisitor<Path> {
        private final Path root;
        private final Set<Path> files;

        Collector(Path root, Set<Path> files) {
            this.root = root;
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            Path name = folder.getFileName();
            boolean hidden =
                    !folder.equals(root) && name != null && name.toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean ours =
                    attributes.isRegularFile() && OURS.matcher(file.toString()).matches();
            if (ours || file.equals(root)) {
                files.add(file);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
