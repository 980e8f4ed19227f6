package dev.harrier.pack;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.hunt.sigma.SigmaException;
import dev.harrier.hunt.sigma.SigmaProblem;
import dev.harrier.hunt.sigma.ValueLists;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Reads a site's values for the placeholders of Sigma rules. */
public final class ValueFile {
    private ValueFile() {}

    /**
     * The values in a file.
     *
     * @throws PackException when it can't be read or is no mapping of names to lists; the message has every problem with its line
     */
    public static ValueLists read(Path file) {
        try {
            return ValueLists.read(Files.readString(file, UTF_8), file.toString());
        } catch (SigmaException e) {
            String problems = e.problems().stream().map(SigmaProblem::toString).collect(Collectors.joining("; "));
            throw new PackException("no file of values: " + problems, e);
        } catch (IOException e) {
            throw new PackException("cannot read " + file + ": " + FileFailure.words(e), e);
        }
    }
}
