package dev.harrier.sentinel.dialect;

/** What stands before or after the first question mark of a column that holds a whole URI, with or without scheme and host. */
record UriPart(String name, String expression) implements Subject {
    private static final String STEM = "@\"(?s)^(?:[A-Za-z][A-Za-z0-9+.-]*://[^/?]*)?([^?]*)\"";
    private static final String QUERY = "@\"(?s)^[^?]*\\?(.*)$\"";

    static UriPart stem(String column) {
        return new UriPart(column, STEM);
    }

    static UriPart query(String column) {
        return new UriPart(column, QUERY);
    }

    @Override
    public String text() {
        return "extract(" + expression + ", 1, " + name + ")";
    }
}
