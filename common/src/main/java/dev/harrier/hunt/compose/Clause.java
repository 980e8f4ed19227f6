package dev.harrier.hunt.compose;

import dev.harrier.hunt.Condition;
import dev.harrier.hunt.Ground;

/**
 * One alternative of a hunt, with the words it rests on.
 *
 * @param group the hunt that it belongs to
 * @param key what it is identified by inside its group, for a stable bucket
 */
record Clause(Group group, String key, Condition condition, Ground ground) {}
