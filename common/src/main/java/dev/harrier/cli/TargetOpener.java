package dev.harrier.cli;

import dev.harrier.config.Configuration;
import dev.harrier.config.TargetConfiguration;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.deploy.Deployment;
import dev.harrier.operate.Target;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Makes targets of the names that a command was given: connectors, and targets of the configuration. */
record TargetOpener(
        Configuration configuration, String deployment, List<ConnectorProvider> providers, CommandLine command) {
    /**
     * A target, not yet reached.
     *
     * @param state in which new hunts begin there; as configured if empty
     * @throws ParameterException if there is none of that name
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
                provider.connect(settings().read(configured, deployment)),
                state.orElse(configured.state()),
                configured.hunts().allowing(configuration.allow()));
    }

    private EnvironmentSettings settings() {
        return new EnvironmentSettings(
                System.getenv(),
                configuration.targets().stream().map(TargetConfiguration::name).toList());
    }

    private ParameterException unknown(String name, TargetConfiguration target) {
        String there = providers.stream().map(ConnectorProvider::name).collect(Collectors.joining(", ", "lab, ", ""));
        String configured =
                configuration.targets().stream().map(each -> ", " + each.name()).collect(Collectors.joining());
        return new ParameterException(
                command,
                configuration.target(name).isPresent()
                        ? "the target " + name + " is of kind " + target.kind()
                                + ", which no connector is called; there are " + there
                        : "no connector or target is called " + name + "; there are " + there + configured);
    }
}
