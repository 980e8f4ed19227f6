package dev.harrier.hunt.compose;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;

/**
 * Clauses of one sort, which become one hunt, or several when they are many.
 *
 * @param name identifies it within its kinds, part of the hunt's id
 * @param subject what its hunt looks for, for titles
 * @param argument why its hits deserve the confidence, for people
 */
record Group(
        Hunt.Kind kind, EventKind events, String name, String subject, Hunt.Confidence confidence, String argument) {}
