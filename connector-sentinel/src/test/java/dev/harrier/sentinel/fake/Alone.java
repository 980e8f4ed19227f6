package dev.harrier.sentinel.fake;

import java.io.IOException;

/** The fake in a process of its own, until its standard input ends. Prints itself as a target of {@code harrier.yml}. */
final class Alone {
    private Alone() {}

    public static void main(String[] words) throws IOException {
        try (FakeAzure azure = new FakeAzure()) {
            String at = azure.address().toString();
            System.out.printf(
                    "  sentinel: {settings: {subscription: \"%1$s\", resource-group: rg, workspace: ws, workspace-id: \"%1$s\","
                            + " tenant-id: \"%1$s\", client-id: \"%1$s\", arm-endpoint: \"%2$s\", query-endpoint: \"%2$s/v1\","
                            + " authority-host: \"%2$s\", ca: \"%3$s\", client-secret-env: FAKE_AZURE_SECRET}}%n",
                    FakeAzure.GUID, at, azure.certificate());
            System.out.println("# FAKE_AZURE_SECRET=" + FakeAzure.SECRET);
            System.in.transferTo(System.out);
        }
    }
}
