package dev.harrier.operate;

import static java.util.Objects.requireNonNull;

import dev.harrier.config.HuntFilter;
import dev.harrier.connector.Connector;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;

/**
 * Something that hunts are deployed to.
 *
 * @param name in tables, reports and the ledger
 * @param dialect its language
 * @param connector the way to reach it
 * @param initial the state in which new hunts begin there
 * @param hunts which hunts go there
 */
public record Target(String name, Dialect dialect, Connector connector, Deployment.State initial, HuntFilter hunts) {
    public Target {
        requireNonNull(name, "name is null");
        requireNonNull(dialect, "dialect is null");
        requireNonNull(connector, "connector is null");
        requireNonNull(initial, "initial is null");
        requireNonNull(hunts, "hunts is null");
    }
}
