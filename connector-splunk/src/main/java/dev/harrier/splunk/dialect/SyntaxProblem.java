package dev.harrier.splunk.dialect;

/** Text that is not, or not wholly, understood. Never leaves the package. */
final class SyntaxProblem extends RuntimeException {
    private final int offset;

    SyntaxProblem(String reason, int offset) {
        super(reason, null, false, false);
        this.offset = offset;
    }

    int offset() {
        return offset;
    }
}
