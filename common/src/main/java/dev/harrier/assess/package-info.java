/**
 * Step 3: article and evidence in, an {@link dev.harrier.assess.Assessment} out: is it about a threat at all, which techniques, how
 * far along the kill chain, how severe on paper; each with its reasons. Pure.
 */
package dev.harrier.assess;
