package dev.harrier.sentinel;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Deployment;
import dev.harrier.deploy.Plan;
import dev.harrier.sentinel.SentinelSettings.Credential;
import dev.harrier.sentinel.fake.FakeAzure;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Harrier in a process of its own, against a fake that runs elsewhere: to be killed, or to log in as its environment says. */
final class ChildProcess {
    static final int HUNTS = 30;
    /** What the launcher gives the JVM for {@code measure} (scripts/harrier). */
    private static final List<String> FLAGS =
            List.of("-Xlog:disable", "-Xlog:all=error:stderr", "-XX:-UsePerfData", "-Xshare:auto");

    private ChildProcess() {}

    /** What a child does. */
    enum Work {
        DEPLOY,
        /** With the credential that the property of that name says. */
        LIST
    }

    /** Starts a child; its output goes to a file. */
    static Process start(FakeAzure azure, Work work, File output, List<String> more) throws IOException {
        return start(azure, work, output, more, Map.of());
    }

    /** The same in a changed environment. */
    static Process start(FakeAzure azure, Work work, File output, List<String> more, Map<String, String> environment)
            throws IOException {
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
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output);
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** The child. */
    public static void main(String[] words) {
        SentinelSettings settings = settings(words);
        try (Connector connector = Targets.connect(settings)) {
            if (Work.valueOf(words[2]) == Work.DEPLOY) {
                Plan.between("test", wanted().stream().map(connector::describe).toList(), connector.deployed(), false)
                        .writes()
                        .forEach(connector::apply);
            } else {
                System.out.println("listed " + connector.deployed());
            }
        }
    }

    private static SentinelSettings settings(String[] words) {
        SentinelSettings usual = Targets.settings(words[0], Path.of(words[1]));
        Credential found =
                switch (System.getProperty("credential", "")) {
                    case "managed-identity" -> new Credential.ManagedIdentity(Optional.empty());
                    case "azure-cli" -> new Credential.AzureCli(Optional.empty());
                    case "default" -> new Credential.Default(Optional.empty());
                    default -> usual.credential();
                };
        return Targets.with(usual, found);
    }

    static List<Deployment> wanted() {
        return IntStream.range(0, HUNTS)
                .mapToObj(n -> Samples.live(Samples.hunt("Sample " + n, "No. " + n, "needle" + n, List.of("T1059"))))
                .toList();
    }
}
