package dev.harrier.cli;

import dev.harrier.config.Configuration;
import dev.harrier.config.TargetConfiguration;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.deploy.Deployment;
import dev.harrier.operate.OneRefusal;
import dev.harrier.operate.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes targets of the names that a command was given: connectors, and targets of the configuration. */
record TargetOpener(Configuration configuration, String deployment, List<ConnectorProvider> providers) {
    /**
     * A target, not yet reached.
     *
     * @param state in which new hunts begin there; as configured if empty
     * @throws MisconfiguredException if there is none of that name, or with all that is wrong with its settings
     */
    Target open(String name, Optional<Deployment.State> state) {
        TargetConfiguration configured = configuration.target(name).orElseGet(() -> TargetConfiguration.unnamed(name));
        ConnectorProvider provider = providers.stream()
                .filter(p -> p.name().equals(configured.kind()))
                .findFirst()
                .orElseThrow(() -> unknown(name, configured));
        return new Target(
                name,
                provider.dialect(),
                connect(provider, settings().find(configured, deployment)),
                state.orElse(configured.state()),
                configured.hunts().allowing(configuration.allow()));
    }

    private static Connector connect(ConnectorProvider provider, EnvironmentSettings.Found found) {
        List<String> problems = new ArrayList<>(found.problems());
        try {
            Connector connector = provider.connect(found.settings());
            if (problems.isEmpty()) {
                return new OneRefusal(connector);
            }
            connector.close();
        } catch (ConnectorException e) {
            problems.add(e.getMessage());
        }
        throw new MisconfiguredException(problems);
    }

    private EnvironmentSettings settings() {
        return new EnvironmentSettings(
                System.getenv(),
                configuration.targets().stream().map(TargetConfiguration::name).toList());
    }

    private MisconfiguredException unknown(String name, TargetConfiguration target) {
        String kinds = providers.stream().map(ConnectorProvider::name).collect(Collectors.joining(", "));
        String configured =
                configuration.targets().stream().map(each -> ", " + each.name()).collect(Collectors.joining());
        return new MisconfiguredException(List.of(
                configuration.target(name).isPresent()
                        ? "the target " + name + " is of kind " + target.kind()
                                + ", which no connector is called; there are " + kinds
                        : "no connector or target is called " + name + "; there are lab, " + kinds + configured));
    }
}
