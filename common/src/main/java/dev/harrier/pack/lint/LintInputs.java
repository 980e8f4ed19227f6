package dev.harrier.pack.lint;

import static java.util.Objects.requireNonNull;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.sigma.ValueLists;
import java.util.List;
import java.util.function.Predicate;

/**
 * What rules and queries are held against.
 *
 * @param attack the release that rules' tags are held against
 * @param connectors whose languages are checked
 * @param testable whether events can be made that a detection must hit
 * @param values what placeholders of rules stand for
 * @param parsers targets whose own parsers are asked besides
 */
public record LintInputs(
        AttackCatalogue attack,
        List<ConnectorProvider> connectors,
        Predicate<Logic.Detection> testable,
        ValueLists values,
        List<LiveParser> parsers) {
    public LintInputs {
        requireNonNull(attack, "attack is null");
        connectors = List.copyOf(connectors);
        requireNonNull(testable, "testable is null");
        requireNonNull(values, "values is null");
        parsers = List.copyOf(parsers);
    }

    /** Without placeholders, and asking nobody. */
    public LintInputs(AttackCatalogue attack, List<ConnectorProvider> connectors, Predicate<Logic.Detection> testable) {
        this(attack, connectors, testable, ValueLists.none(), List.of());
    }
}
