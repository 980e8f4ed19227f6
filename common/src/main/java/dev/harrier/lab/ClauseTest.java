package dev.harrier.lab;

import dev.harrier.hunt.FieldTest;

/**
 * A leaf of a condition, or its negation.
 *
 * @param field in Sigma's spelling
 * @param wanted whether the field must pass the test
 */
record ClauseTest(String field, FieldTest test, boolean wanted) {
    ClauseTest flipped() {
        return new ClauseTest(field, test, !wanted);
    }
}
