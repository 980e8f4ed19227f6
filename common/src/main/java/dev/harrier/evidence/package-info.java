/**
 * Step 2: an article in, {@link dev.harrier.evidence.Evidence} out: indicators, behaviours, names, each with the words that it was
 * read from, and every dropped candidate with the reason. Pure: the same article gives the same evidence, always.
 */
package dev.harrier.evidence;
