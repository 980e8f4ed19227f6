/**
 * Step 4, the composer: assessed evidence in, a {@link dev.harrier.hunt.HuntPack} out. What is too common to hunt is left out with
 * the reason; every clause keeps its quote. Pure and deterministic.
 */
package dev.harrier.hunt.compose;
