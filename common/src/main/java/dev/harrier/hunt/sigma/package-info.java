/**
 * Step 4, the language: Sigma 2 YAML in, {@link dev.harrier.hunt.sigma.SigmaRule}s out, and back. The only package that knows YAML.
 * What isn't ours is {@code unsupported} with a precise reason; nothing is approximated. Pure.
 */
package dev.harrier.hunt.sigma;
