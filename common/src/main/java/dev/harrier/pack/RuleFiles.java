package dev.harrier.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.hunt.sigma.SigmaException;
import dev.harrier.hunt.sigma.SigmaProblem;
import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.hunt.sigma.SigmaRule;
import dev.harrier.hunt.sigma.ValueLists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Sigma rules on disk: of a pack ({@code hunts/}), of any folder below which they lie, or of one file.
 *
 * @param rules in the order of their paths
 * @param problems of the files that hold no valid rule, all of them
 */
public record RuleFiles(List<SigmaRule> rules, List<SigmaProblem> problems) {
    public RuleFiles {
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
    }

    /**
     * Reads all that was named, and goes on after a file that is no valid rule.
     *
     * @throws PackException if a path is not there or can't be read
     */
    public static RuleFiles read(List<Path> paths) {
        return read(paths, ValueLists.none());
    }

    /**
     * Reads all that was named, as {@link #read(List)} does.
     *
     * @param values what placeholders of rules stand for
     */
    public static RuleFiles read(List<Path> paths, ValueLists values) {
        List<SigmaRule> rules = new ArrayList<>();
        List<SigmaProblem> problems = new ArrayList<>();
        for (Path path : paths) {
            for (Path file : files(path)) {
                try {
                    rules.addAll(SigmaReader.read(Files.readString(file, UTF_8), file.toString(), values));
                } catch (SigmaException e) {
                    problems.addAll(e.problems());
                } catch (CharacterCodingException e) {
                    problems.add(new SigmaProblem(file.toString(), 1, "is not UTF-8"));
                } catch (IOException e) {
                    throw new PackException("cannot read " + file + ": " + FileFailure.words(e), e);
                }
            }
        }
        return new RuleFiles(rules, problems);
    }

    /**
     * The rule files that a path names, in order: itself, or all below it; of a pack below it only its rules, for the rest of its YAML
     * is a SIEM's.
     *
     * @throws PackException if it is not there or can't be read
     */
    public static List<Path> files(Path path) {
        Path hunts = path.resolve("hunts");
        try (Stream<Path> all = Files.walk(Files.isDirectory(hunts) ? hunts : path)) {
            PackFolders packs = new PackFolders(path);
            return all.filter(Files::isRegularFile)
                    .filter(file -> !packs.isExported(file))
                    .filter(file -> file.equals(path) || file.toString().matches(".*\\.ya?ml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PackException("cannot read " + path + ": " + FileFailure.words(e), e);
        } catch (UncheckedIOException e) {
            throw new PackException("cannot read " + path + ": " + FileFailure.words(e), e);
        }
    }
}
