package dev.harrier.lab;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The fixtures of one folder.
 *
 * @param fixtures in the order of their names
 * @param strangers files whose names say nothing of what must be found
 */
public record FixtureFolder(List<Fixture> fixtures, List<Path> strangers) {
    private static final String NAME = "tests";

    public FixtureFolder {
        fixtures = List.copyOf(fixtures);
        strangers = List.copyOf(strangers);
    }

    /**
     * Where a rule's fixtures are: {@code tests} beside the rule, and beside the folder {@code hunts} that a pack keeps it in; only
     * those that exist.
     */
    public static List<Path> beside(Path rule) {
        TreeSet<Path> folders = new TreeSet<>();
        Path folder = rule.toAbsolutePath().normalize().getParent();
        Stream.of(Optional.ofNullable(folder), Optional.ofNullable(folder == null ? null : folder.getParent()))
                .flatMap(Optional::stream)
                .filter(place -> place.equals(folder) || folder.endsWith("hunts"))
                .map(place -> place.resolve(NAME))
                .filter(Files::isDirectory)
                .forEach(folders::add);
        return List.copyOf(folders);
    }

    /**
     * Reads the names in a folder, not the files.
     *
     * @throws LabException of kind UNREADABLE if it can't be listed
     */
    public static FixtureFolder read(Path folder) {
        List<Fixture> fixtures = new ArrayList<>();
        List<Path> strangers = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(file -> Fixture.of(file)
                    .ifPresentOrElse(fixtures::add, () -> strangers.add(file)));
        } catch (IOException | UncheckedIOException e) {
            throw new LabException(LabException.Kind.UNREADABLE, folder + " can't be listed: " + e.getMessage(), e);
        }
        return new FixtureFolder(fixtures, strangers);
    }
}
