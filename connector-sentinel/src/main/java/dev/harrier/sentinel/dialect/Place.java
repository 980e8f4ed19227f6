package dev.harrier.sentinel.dialect;

/** Where in a text, 1-based. */
record Place(int line, int column) {}
