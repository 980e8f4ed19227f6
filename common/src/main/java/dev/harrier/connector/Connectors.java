package dev.harrier.connector;

import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** Finds the connectors on the class path. */
public final class Connectors {
    private Connectors() {}

    /**
     * All providers, by name.
     *
     * @throws IllegalStateException if two have the same name
     */
    public static List<ConnectorProvider> discover() {
        Map<String, ConnectorProvider> byName = new TreeMap<>();
        for (ConnectorProvider provider : ServiceLoader.load(ConnectorProvider.class)) {
            ConnectorProvider other = byName.put(provider.name(), provider);
            if (other != null) {
                throw new IllegalStateException("two connectors are called " + provider.name() + ": " + other.getClass()
                        + " and " + provider.getClass());
            }
        }
        return List.copyOf(byName.values());
    }
}
