package dev.harrier.splunk.fake;

import java.io.IOException;

/** The fake in a process of its own, until its standard input ends. Prints itself as a target of {@code harrier.yml}. */
final class Alone {
    private Alone() {}

    public static void main(String[] words) throws IOException {
        try (FakeSplunkd splunkd = new FakeSplunkd()) {
            System.out.printf(
                    "  splunk: {settings: {url: \"%s\", app: harrier, token-env: FAKE_SPLUNK_TOKEN}}%n", splunkd.url());
            System.out.println("# FAKE_SPLUNK_TOKEN=" + FakeSplunkd.TOKEN);
            System.in.transferTo(System.out);
        }
    }
}
