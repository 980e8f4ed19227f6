package dev.harrier.pack.lint;

import static java.util.Objects.requireNonNull;

import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The own parser of one target, asked about each text once. A parser that can't be asked is not asked again; {@link #failure} says why, and
 * what was left unasked must not pass for checked. Not thread-safe.
 */
public final class LiveParser {
    private final String target;
    private final Dialect dialect;
    private final Connector connector;
    private final Map<String, List<LintFinding>> answers = new HashMap<>();
    private Optional<ConnectorException> failure = Optional.empty();
    private int unasked;

    /**
     * A parser that nobody has asked yet. No I/O.
     *
     * @param target its name, for messages
     */
    public LiveParser(String target, Dialect dialect, Connector connector) {
        this.target = requireNonNull(target, "target is null");
        this.dialect = requireNonNull(dialect, "dialect is null");
        this.connector = requireNonNull(connector, "connector is null");
    }

    /** The target's name. */
    public String target() {
        return target;
    }

    /** How many texts it took or refused. */
    public int asked() {
        return answers.size();
    }

    /** How many questions could not be put. */
    public int unasked() {
        return unasked;
    }

    /** Why it could not be asked, if so. */
    public Optional<ConnectorException> failure() {
        return failure;
    }

    Dialect dialect() {
        return dialect;
    }

    Connector connector() {
        return connector;
    }

    /** Whether the text was asked before, and so its findings are known already. */
    boolean knows(String text) {
        return answers.containsKey(text.strip());
    }

    /** What it says of a text, named after the target; nothing where it can't be asked. */
    List<LintFinding> findings(String text) {
        if (failure.isEmpty() && !knows(text)) {
            ask(text);
        }
        List<LintFinding> findings = answers.get(text.strip());
        unasked += findings == null ? 1 : 0;
        return findings == null ? List.of() : findings;
    }

    private void ask(String text) {
        try {
            List<LintFinding> findings = connector.parsed(text).orElseThrow(this::mute);
            answers.put(text.strip(), findings.stream().map(this::named).toList());
        } catch (ConnectorException e) {
            failure = Optional.of(e);
        }
    }

    private ConnectorException mute() {
        return new ConnectorException(Kind.CONFIGURATION, target, "has no parser that could be asked");
    }

    private LintFinding named(LintFinding finding) {
        String message = target + ": " + finding.message();
        return new LintFinding(finding.code(), finding.level(), message, finding.line(), finding.column());
    }
}
