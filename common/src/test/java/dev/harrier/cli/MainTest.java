package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {
    @Test
    void versionIsTheOneTheBuildWrote() {
        assertThat(Version.TEXT).matches("harrier \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?");
    }
}
