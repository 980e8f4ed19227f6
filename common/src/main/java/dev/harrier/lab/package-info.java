/**
 * The embedded SIEM: events and the deployed SPL or KQL text in, hit counts out. DuckDB holds one table per kind of event; each
 * dialect's mapping files turn them into its own tables; the text that is deployed is translated by its dialect and run, locked down.
 */
package dev.harrier.lab;
