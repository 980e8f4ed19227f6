package dev.harrier.connector;

import dev.harrier.dialect.Dialect;

/** One kind of SIEM. Found by {@link java.util.ServiceLoader}; must load cheaply (no SDK class before {@link #connect}). */
public interface ConnectorProvider {
    /** The word for {@code --to}, for example {@code splunk}. Unique on the class path. */
    String name();

    /** The query language of this SIEM. The same object each time. */
    Dialect dialect();

    /**
     * Makes a connector. Parses and checks the settings, all problems at once; does no I/O.
     *
     * @throws ConnectorException of kind CONFIGURATION, naming every bad or missing setting
     */
    Connector connect(Settings settings);
}
