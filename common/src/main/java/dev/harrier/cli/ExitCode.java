package dev.harrier.cli;

/** What the process tells its caller. The same everywhere; when several apply, the gravest wins. */
enum ExitCode {
    OK(0),
    FINDINGS(1),
    PARTIAL(5),
    REMOTE(4),
    CONTENT(2),
    USAGE(3),
    INTERNAL(70);

    private final int number;

    /** In ascending gravity, which is the order of declaration. */
    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    ExitCode or(ExitCode other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
