/**
 * Step 4: assessed evidence in, {@link dev.harrier.hunt.Hunt}s out: a closed condition tree over one kind of event, readable and
 * writable as a Sigma rule, every clause grounded in a quote. Pure.
 */
package dev.harrier.hunt;
