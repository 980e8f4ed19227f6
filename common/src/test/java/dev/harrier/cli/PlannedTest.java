package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.config.HuntFilter;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.HuntId;
import dev.harrier.operate.Target;
import dev.harrier.operate.TargetPlan;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** A plan says what hunts rely on that the target lacks. */
class PlannedTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), false, false);

    private Supplier<List<Object>> deployed = List::of;

    @Test
    void oneReasonOfManyHuntsIsSaidOnce() {
        show(() -> Map.of(
                HuntId.derived("a", "a"),
                "no lookup x",
                HuntId.derived("b", "b"),
                "no lookup x",
                HuntId.derived("c", "c"),
                "model Web is not accelerated"));

        assertThat(out.toString(UTF_8).lines())
                .contains(
                        "corp: 1 hunt can't find all there: model Web is not accelerated",
                        "corp: 2 hunts can't find all there: no lookup x");
    }

    @Test
    void nothingLackingIsNothingSaid() {
        show(Map::of);

        assertThat(out.toString(UTF_8).strip()).isEqualTo("corp: nothing wanted");
    }

    @Test
    void whatCanNotBeToldKeepsNothingFromBeingPlanned() {
        show(() -> {
            throw new ConnectorException(Kind.FORBIDDEN, "corp", "may not see lookups");
        });

        assertThat(out.toString(UTF_8).strip()).isEqualTo("corp: nothing wanted");
        assertThat(err.toString(UTF_8)).contains("could not be told", "may not see lookups");
    }

    /** A deploy whose only target failed printed an empty line. */
    @Test
    void aTargetThatCanNotBeListedHasItsLine() {
        deployed = () -> {
            throw new ConnectorException(Kind.UNAVAILABLE, "corp", "no way there");
        };
        show(Map::of);

        assertThat(out.toString(UTF_8).lines()).containsExactly("corp: not planned, for it could not be listed");
        assertThat(err.toString(UTF_8)).contains("no way there");
    }

    private void show(Supplier<Map<HuntId, String>> lacking) {
        Connector connector = (Connector) Proxy.newProxyInstance(
                PlannedTest.class.getClassLoader(),
                new Class<?>[] {Connector.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "lacking" -> lacking.get();
                    case "deployed" -> deployed.get();
                    case "profile" -> new Profile("none", Map.of());
                    default -> null;
                });
        Dialect dialect = (Dialect) Proxy.newProxyInstance(
                PlannedTest.class.getClassLoader(), new Class<?>[] {Dialect.class}, (proxy, method, arguments) -> null);
        Target target = new Target("corp", dialect, connector, Deployment.State.SHADOW, HuntFilter.ALL);
        Planned.of(
                        List.of(target),
                        List.of(),
                        new TargetPlan.Wish("default", false, Map.of()),
                        new ConsoleNotices(console))
                .show(console);
    }
}
