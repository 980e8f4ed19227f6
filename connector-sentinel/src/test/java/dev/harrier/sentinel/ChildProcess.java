package dev.harrier.sentinel;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.sentinel.fake.FakeAzure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Harrier in a process of its own, against a fake that runs elsewhere: to be killed, or to be timed. */
final class ChildProcess {
    static final int HUNTS = 30;
    /** What the launcher gives the JVM for {@code measure} (scripts/harrier). */
    private static final List<String> FLAGS =
            List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-XX:-UsePerfData", "-Xshare:auto");

    private ChildProcess() {}

    /** What a child does. */
    enum Work {
        DEPLOY,
        COUNT
    }

    /** Starts a child; its output goes to a file. */
    static Process start(FakeAzure azure, Work work, File output, List<String> more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(FLAGS);
        command.addAll(more);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                ChildProcess.class.getName(),
                azure.address().toString(),
                azure.certificate().toString(),
                work.name()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    /** The child. */
    public static void main(String[] words) {
        SentinelSettings settings = Targets.settings(words[0], Path.of(words[1]));
        try (Connector connector = Targets.connect(settings)) {
            if (Work.valueOf(words[2]) == Work.DEPLOY) {
                Plan.between("test", wanted().stream().map(connector::describe).toList(), connector.deployed(), false)
                        .writes()
                        .forEach(connector::apply);
            } else {
                System.out.println(connector.count(Samples.shadow(Samples.hunt("needle")), Samples.WINDOW));
            }
        }
    }

    static List<Deployment> wanted() {
        return IntStream.range(0, HUNTS)
                .mapToObj(n -> Samples.live(Samples.hunt("Sample " + n, "No. " + n, "needle" + n, List.of("T1059"))))
                .toList();
    }
}
