package dev.harrier.hunt.sigma;

import java.util.List;
import java.util.stream.Collectors;

/** A text that is no valid Sigma: all that is wrong with it, at once. */
public final class SigmaException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<SigmaProblem> problems;

    public SigmaException(List<SigmaProblem> problems) {
        super(problems.stream().map(SigmaProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the file's order as far as possible. */
    public List<SigmaProblem> problems() {
        return problems;
    }
}
