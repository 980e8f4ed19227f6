package dev.harrier.sentinel.fake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A key pair for localhost, made by the JDK's keytool once per JVM, in a folder that nothing else reads. */
final class FakeKeys {
    static final String PASSWORD = "for-tests-only";

    private static final class Holder {
        private static final FakeKeys MADE = make();
    }

    final Path store;
    final Path certificate;

    private FakeKeys(Path folder) {
        store = folder.resolve("fake.p12");
        certificate = folder.resolve("fake.pem");
    }

    static FakeKeys get() {
        return Holder.MADE;
    }

    private static FakeKeys make() {
        try {
            Path folder = Files.createTempDirectory("harrier-fake-azure");
            FakeKeys keys = new FakeKeys(folder);
            keytool(List.of(
                    "-genkeypair",
                    "-alias",
                    "fake",
                    "-keyalg",
                    "RSA",
                    "-keysize",
                    "2048",
                    "-dname",
                    "CN=localhost",
                    "-ext",
                    "SAN=dns:localhost,ip:127.0.0.1",
                    "-validity",
                    "2",
                    "-storetype",
                    "PKCS12",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    keys.store.toString()));
            keytool(List.of(
                    "-exportcert",
                    "-rfc",
                    "-alias",
                    "fake",
                    "-storepass",
                    PASSWORD,
                    "-keystore",
                    keys.store.toString(),
                    "-file",
                    keys.certificate.toString()));
            keys.store.toFile().deleteOnExit();
            keys.certificate.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void keytool(List<String> arguments) throws IOException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        ProcessBuilder builder = new ProcessBuilder(tool.toString()).redirectErrorStream(true);
        builder.command().addAll(arguments);
        Process process = builder.start();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool failed");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
