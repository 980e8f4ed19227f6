/** Lint of whole packs: rules by their YAML's own places, the texts made of them, and the files beside them, all at once. */
package dev.harrier.pack.lint;
