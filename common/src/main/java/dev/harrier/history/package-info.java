/**
 * What was measured and what was done, kept on disk: an append-only ledger of JSON lines that several processes share, that survives
 * being killed, and that can live in a cache or a branch.
 */
package dev.harrier.history;
