package dev.harrier.connector;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the connectors on the class path, and among the plugins that somebody has vouched for. */
public final class Connectors {
    private Connectors() {}

    /**
     * All providers, by name.
     *
     * @throws IllegalStateException if two have the same name
     * @throws ConnectorException of kind CONFIGURATION if a plugin is not what its list says
     */
    public static List<ConnectorProvider> discover() {
        Loaded loaded = Loaded.ONCE;
        if (loaded.refusal().isPresent()) {
            throw loaded.refusal().get();
        }
        return discover(loaded.loader());
    }

    static List<ConnectorProvider> discover(ClassLoader loader) {
        Map<String, ConnectorProvider> byName = new TreeMap<>();
        for (ConnectorProvider provider : ServiceLoader.load(ConnectorProvider.class, loader)) {
            ConnectorProvider other = byName.put(provider.name(), provider);
            if (other != null) {
                throw new IllegalStateException("two connectors are called " + provider.name() + ": " + other.getClass()
                        + " and " + provider.getClass());
            }
        }
        return List.copyOf(byName.values());
    }

    /** Made at the first look, and kept as long as the process: classes of plugins load when they are used. */
    private record Loaded(ClassLoader loader, Optional<ConnectorException> refusal) {
        private static final Loaded ONCE = once();

        private static Loaded once() {
            ClassLoader own = Thread.currentThread().getContextClassLoader();
            try {
                return new Loaded(
                        Plugins.folderOfProcess()
                                .map(folder -> new Plugins(folder).loader(own))
                                .orElse(own),
                        Optional.empty());
            } catch (ConnectorException refused) {
                return new Loaded(own, Optional.of(refused));
            }
        }
    }
}
