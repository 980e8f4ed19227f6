package dev.harrier.dist.bench;

import dev.harrier.config.Configuration;
import dev.harrier.config.ConfigurationReader;
import dev.harrier.config.TargetConfiguration;
import dev.harrier.connector.Connector;
import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.Hunt;
import dev.harrier.operate.InParallel;
import dev.harrier.pack.SavedPacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills fake targets with a deployment without keeping to ARM's pace, which a fake needs not and which would take a quarter of an hour:
 * each connector writes no more than it may at once, and the next hunts have one of their own.
 */
final class FilledTargets {
    private static final int AT_ONCE = 80;

    private final Configuration configuration;

    FilledTargets(Path file) throws IOException {
        this.configuration = ConfigurationReader.read(Files.readString(file), file.toString());
    }

    /** Writes all hunts of packs, in shadow. */
    void fill(Path packs) {
        List<Hunt> hunts = SavedPacks.read(List.of(packs)).hunts();
        for (TargetConfiguration target : configuration.targets()) {
            ConnectorProvider provider = Connectors.discover().stream()
                    .filter(each -> each.name().equals(target.kind()))
                    .findFirst()
                    .orElseThrow();
            for (int i = 0; i < hunts.size(); i += AT_ONCE) {
                fill(provider, settings(target), hunts.subList(i, Math.min(hunts.size(), i + AT_ONCE)));
            }
        }
    }

    private Settings settings(TargetConfiguration target) {
        Map<String, Secret> secrets = new TreeMap<>();
        target.secretVariables().forEach((name, variable) -> secrets.put(name, Secret.of(System.getenv(variable))));
        return new Settings(target.name(), configuration.deployment(), target.settings(), secrets);
    }

    private static void fill(ConnectorProvider provider, Settings settings, List<Hunt> hunts) {
        try (Connector connector = provider.connect(settings)) {
            InParallel.map(hunts, connector.concurrency(), hunt -> put(provider, connector, hunt));
        }
    }

    private static Hunt put(ConnectorProvider provider, Connector connector, Hunt hunt) {
        if (provider.dialect().render(hunt, connector.profile()) instanceof Rendering.Rendered rendered) {
            Deployment deployment = new Deployment(hunt, rendered.text(), Deployment.State.SHADOW);
            connector.apply(new Change.Create(connector.describe(deployment)));
        }
        return hunt;
    }
}
