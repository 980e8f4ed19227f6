package dev.harrier.hunt.compose;

import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.LogSource;

/**
 * Clauses of one sort, which become one hunt, or several when they are many.
 *
 * @param source which logs
 * @param name identifies it within its kinds, part of the hunt's id
 * @param subject what its hunt looks for, for titles
 * @param argument why its hits deserve the confidence, for people
 */
record Group(
        Hunt.Kind kind,
        EventKind events,
        LogSource source,
        String name,
        String subject,
        Hunt.Confidence confidence,
        String argument) {
    /** Over the log source that the events are named after. */
    Group(Hunt.Kind kind, EventKind events, String name, String subject, Hunt.Confidence confidence, String argument) {
        this(kind, events, LogSource.of(events), name, subject, confidence, argument);
    }
}
