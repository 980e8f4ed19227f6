package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code doctor} on the command line. */
class DoctorTest {
    @TempDir
    private Path folder;

    @Test
    void everyTargetIsLookedAtAndAnsweredForMachinesToo() throws IOException, InterruptedException {
        Harrier.Run run = new Harrier(folder).run("doctor", "--to", "lab", "--output", "ndjson");

        assertThat(run.exit()).isZero();
        assertThat(run.out().lines())
                .hasSizeGreaterThanOrEqualTo(2)
                .allMatch(line -> line.startsWith("{\"target\":\"lab:") && line.contains("\"state\":\"ok\""));
    }

    /** Which other targets are looked at all the same. */
    @Test
    void aMachineReadsOfATargetWithoutSettingsWhereItReads() throws IOException, InterruptedException {
        Harrier.Run run = new Harrier(folder).run("doctor", "--to", "splunk,lab", "--output", "json");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .startsWith("[{\"target\":\"splunk\",\"check\":\"settings\",\"state\":\"failed\"")
                .contains("\"target\":\"lab:");
        assertThat(run.err()).contains("url (HARRIER_SPLUNK_URL) must be given");
    }

    @Test
    void aTargetWithoutSettingsIsAUsageErrorThatNamesThem() throws IOException, InterruptedException {
        Harrier.Run run = new Harrier(folder).run("doctor", "--to", "splunk");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err()).contains("url (HARRIER_SPLUNK_URL) must be given", "no credential");
    }
}
