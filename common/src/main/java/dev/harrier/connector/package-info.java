/**
 * The SPI towards a SIEM: {@link dev.harrier.connector.ConnectorProvider} is found by ServiceLoader, parses settings and gives a
 * {@link dev.harrier.connector.Connector}, which reads state, carries out one idempotent change at a time, and counts.
 */
package dev.harrier.connector;
