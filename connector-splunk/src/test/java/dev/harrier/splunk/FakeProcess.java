package dev.harrier.splunk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import dev.harrier.splunk.fake.FakeSplunkd;
import dev.harrier.splunk.fake.JobEnd;
import dev.harrier.splunk.fake.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The fake in a process of its own, so that what it costs is not taken for what the client costs. Told what to do line by line. */
final class FakeProcess implements AutoCloseable {
    private static final Map<String, String> ROW = Map.of("hits", "1", "hosts", "1", "users", "0", "days", "1");

    private final Process process;
    private final BufferedReader answers;
    private final PrintStream orders;
    private final String url;

    /** What the fake has done, and its CPU time, since its process began. */
    record Done(long requests, long writes, long jobs, long cancelled, long alive, long cpuNanos) {
        private static Done of(String line) {
            long[] n = Arrays.stream(line.split(" ")).mapToLong(Long::parseLong).toArray();
            return new Done(n[0], n[1], n[2], n[3], n[4], n[5]);
        }

        private static Done of(FakeSplunkd splunkd) {
            return new Done(
                    splunkd.count(),
                    splunkd.searches().writes(),
                    splunkd.jobs().started().size(),
                    splunkd.count(Operation.CANCEL),
                    splunkd.jobs().alive(),
                    cpuTime());
        }

        private String line() {
            return String.join(" ", "" + requests, "" + writes, "" + jobs, "" + cancelled, "" + alive, "" + cpuNanos);
        }
    }

    FakeProcess() throws IOException {
        process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        // The second compiler would cost more of the two cores that the client shares than all requests
                        // do.
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FakeProcess.class.getName()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        orders = new PrintStream(process.getOutputStream(), true, UTF_8);
        url = answers.readLine();
    }

    /** The CPU time of this process, in nanoseconds. */
    static long cpuTime() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    String url() {
        return url;
    }

    /** Empty, and so slow from now on. */
    void reset(int latencyMillis) {
        ask("reset " + latencyMillis);
    }

    Done done() {
        return Done.of(ask("done"));
    }

    private String ask(String order) {
        orders.println(order);
        try {
            return answers.readLine();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        orders.close();
        process.destroy();
    }

    /** The fake: its address, then an answer for each line, until there is none. */
    public static void main(String[] words) throws IOException {
        try (FakeSplunkd splunkd = new FakeSplunkd();
                BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            System.out.println(splunkd.url());
            for (String order = orders.readLine(); order != null; order = orders.readLine()) {
                if (order.startsWith("reset ")) {
                    splunkd.reset();
                    splunkd.jobs().ends(search -> JobEnd.done(ROW));
                    splunkd.latency(Integer.parseInt(order.substring("reset ".length())));
                }
                System.out.println(Done.of(splunkd).line());
            }
        }
    }
}
