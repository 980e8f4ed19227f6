package dev.harrier.splunk;

import dev.harrier.connector.Connector;
import dev.harrier.connector.Secret;
import dev.harrier.splunk.dialect.SplDialect;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.SkippingWaiting;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Harrier in a process of its own, which can be killed: deploys, or counts with four threads, against a fake that runs elsewhere. */
final class ChildProcess {
    static final int HUNTS = 30;

    private ChildProcess() {}

    /** What a child does. */
    enum Work {
        DEPLOY,
        COUNT
    }

    /** Starts a child; its output goes to a file. */
    static Process start(FakeSplunkd splunkd, Work work, File output) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ChildProcess.class.getName(),
                        splunkd.url(),
                        work.name())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start();
    }

    /** The child. */
    public static void main(String[] words) throws InterruptedException {
        Connecting connecting = new Connecting(
                "contract",
                Map.of("url", words[0], "app", Connecting.APP, "searches", "4"),
                Map.of("token", Secret.of(FakeSplunkd.TOKEN)),
                new SkippingWaiting());
        try (Connector connector = new SplunkConnector(connecting.settings(), new SplDialect())) {
            if (Work.valueOf(words[1]) == Work.DEPLOY) {
                Made.deploy(connector, Made.wanted(connector, 0, HUNTS));
            } else {
                count(connector);
            }
        }
    }

    private static void count(Connector connector) throws InterruptedException {
        List<Thread> threads = IntStream.range(0, 4)
                .mapToObj(number -> new Thread(() -> connector.count(Made.deployment(number), Made.WINDOW)))
                .toList();
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
