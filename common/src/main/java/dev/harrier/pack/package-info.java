/** Packs on disk: one folder per article, text, sorted, deterministic: made for Git, review and CI. */
package dev.harrier.pack;
