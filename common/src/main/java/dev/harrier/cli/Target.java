package dev.harrier.cli;

import dev.harrier.connector.Connector;
import dev.harrier.dialect.Dialect;

/** Something that hunts are deployed to: its name in tables and reports, its language, and the way to reach it. */
record Target(String name, Dialect dialect, Connector connector) {}
