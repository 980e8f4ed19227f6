package dev.harrier.operate;

/** Where a run says what happens while it happens. Called by several threads. */
public interface Notices {
    /** How far it is. */
    void progress(String text);

    /** Something went wrong; the run goes on. */
    void problem(Problem problem);
}
