package dev.harrier.cli;

import picocli.CommandLine.IVersionProvider;

/** The version, written by the build: a constant, since reading a resource would add a third to a start. */
final class Version implements IVersionProvider {
    static final String TEXT = "harrier ${project.version}";

    @Override
    public String[] getVersion() {
        return new String[] {TEXT};
    }
}
