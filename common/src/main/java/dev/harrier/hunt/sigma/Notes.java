package dev.harrier.hunt.sigma;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what is wrong with a rule (problems) and what is right but not ours (unsupported) while it is read. */
final class Notes {
    private final String file;
    private final ValueLists values;
    private final List<SigmaProblem> problems = new ArrayList<>();
    private final Set<String> unsupported = new LinkedHashSet<>();

    Notes(String file) {
        this(file, ValueLists.none());
    }

    Notes(String file, ValueLists values) {
        this.file = file;
        this.values = values;
    }

    ValueLists values() {
        return values;
    }

    String file() {
        return file;
    }

    /** Always empty, so that a reading method can end with it. */
    <T> Optional<T> problem(YamlNode at, String message) {
        problems.add(new SigmaProblem(file, at.line(), message));
        return Optional.empty();
    }

    /** Always empty, so that a reading method can end with it. */
    <T> Optional<T> unsupported(String reason) {
        unsupported.add(reason);
        return Optional.empty();
    }

    List<SigmaProblem> problems() {
        return problems;
    }

    Set<String> unsupported() {
        return unsupported;
    }
}
