package dev.harrier.lab;

import dev.harrier.connector.Connector;
import dev.harrier.deploy.Change;
import dev.harrier.deploy.Deployment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Harrier in a process of its own, which can be killed. */
final class LabChild {
    private LabChild() {}

    /** What a child does with the lab's file. */
    enum Work {
        /** Says that it holds the file, and keeps it for as long as the word says, in milliseconds. */
        HOLD,
        /** Loads the file of events that the word names, again and again. */
        LOAD,
        /** Deploys hunts, one after the other, for ever. */
        DEPLOY,
        /** Waits for the file, adds the events that the word names, ends. */
        ADD
    }

    /** Starts a child. It makes {@code sign} when it holds the file. */
    static Process start(Path lab, Work work, String word, Path sign) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LabChild.class.getName(),
                        lab.toString(),
                        work.name(),
                        word,
                        sign.toString()))
                .redirectErrorStream(true)
                .redirectOutput(new File(sign + ".log"))
                .start();
    }

    /** The child. */
    public static void main(String[] words) throws IOException, InterruptedException {
        Work work = Work.valueOf(words[1]);
        Duration wait = Duration.ofMinutes(2);
        try (Lab lab = Lab.at(Path.of(words[0]), LabLimits.DEFAULT, wait)) {
            Files.createFile(Path.of(words[3]));
            switch (work) {
                case HOLD -> Thread.sleep(Long.parseLong(words[2]));
                case ADD -> lab.load(Path.of(words[2]));
                case LOAD -> load(lab, Path.of(words[2]));
                case DEPLOY -> deploy(lab);
            }
        }
    }

    private static void load(Lab lab, Path events) {
        while (true) {
            lab.load(events);
        }
    }

    private static void deploy(Lab lab) {
        try (Connector connector = new LabConnector(lab, ToyDialect.TOY, "killed")) {
            for (int i = 0; ; i++) {
                Deployment deployment =
                        new Deployment(Hunts.any(), "PROCESS_CREATION where " + i + " = " + i, Deployment.State.SHADOW);
                connector
                        .deployed()
                        .forEach(there ->
                                connector.apply(new Change.Update(connector.describe(deployment), there, List.of())));
                if (i == 0) {
                    connector.apply(new Change.Create(connector.describe(deployment)));
                }
            }
        }
    }
}
