package dev.harrier.splunk.dialect;

/** What a column or expression is in the translated SQL. SPL itself has text, numbers and, inside expressions only, truth. */
enum Type {
    TEXT,
    INTEGER,
    NUMBER,
    FLAG;

    boolean isNumeric() {
        return this == INTEGER || this == NUMBER;
    }
}
