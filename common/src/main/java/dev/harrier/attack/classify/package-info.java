/**
 * Beside step 3: one sentence in, the techniques that its words are like out, each with a margin. A linear model over words and
 * pieces of words; it learns in {@code scripts/train} and ships its weights ({@code TECHNIQUES.md} of {@code assess}). Pure.
 */
package dev.harrier.attack.classify;
