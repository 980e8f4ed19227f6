package dev.harrier.rehearsal;

import dev.harrier.cli.Main;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Counts one hunt as {@code harrier measure} does, from reading the configuration to the report, and ends the JVM with its exit code. */
public final class Rehearsal {
    private static final String ID = "00000000-0000-4000-8000-000000000000";
    private static final String RULE = """
            title: Rehearsal
            id: fad2ee64-1e2c-5d56-9a51-2a6b7b7c1d11
            status: experimental
            tags: [attack.t1567.002]
            logsource: {category: process_creation, product: windows}
            detection:
              selection: {CommandLine|contains: 'rehearsal'}
              condition: selection
            level: high
            """;

    private Rehearsal() {}

    /**
     * Counts.
     *
     * @param words the folder to work in, which must be the current one: the command leaves its own files there
     * @throws IOException if the folder can't be written, or the JDK's keytool can't be run
     * @throws GeneralSecurityException if this JDK can't make TLS of what keytool wrote
     */
    public static void main(String[] words) throws IOException, GeneralSecurityException {
        Path folder = Path.of(words[0]).toAbsolutePath();
        Path rules = Files.createDirectories(folder.resolve("packs"));
        Files.writeString(rules.resolve("rule.yml"), RULE);
        Files.writeString(folder.resolve("secret"), "rehearsal");
        StandInAzure azure = new StandInAzure(StandInKeys.in(folder));
        Files.writeString(folder.resolve("harrier.yml"), configuration(folder, azure.start()));
        Main.main(new String[] {"measure", "packs", "--to", "sentinel", "--days", "1"});
    }

    private static String configuration(Path folder, String address) {
        return """
                deployment: rehearsal
                targets:
                  sentinel:
                    kind: sentinel
                    settings:
                      subscription: %1$s
                      resource-group: rehearsal
                      workspace: rehearsal
                      workspace-id: %1$s
                      tenant-id: %1$s
                      client-id: %1$s
                      client-secret-file: %2$s/secret
                      arm-endpoint: %3$s
                      query-endpoint: %3$s/v1
                      authority-host: %3$s
                      ca: %2$s/certificate.pem
                """.formatted(ID, folder, address);
    }
}
