package dev.harrier.splunk.fake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Keys and certificates for tests, made by the JDK's keytool in a folder. */
public final class Keys {
    public static final String PASSWORD = "changeit";

    private final Path folder;

    public Keys(Path folder) {
        this.folder = folder;
    }

    /** A PKCS#12 file with a self-signed key; {@code options} of {@code -genkeypair}, for example {@code -ext san=dns:localhost}. */
    public Path selfSigned(String name, String options) throws IOException, InterruptedException {
        Path keys = folder.resolve(name + ".p12");
        keytool("-genkeypair -keyalg EC -alias key -dname CN=" + name + " " + options, keys);
        return keys;
    }

    /** Its certificate as PEM. */
    public Path certificate(Path keys) throws IOException, InterruptedException {
        Path pem = folder.resolve(keys.getFileName() + ".pem");
        keytool("-exportcert -rfc -alias key -file " + pem, keys);
        return pem;
    }

    /** A PKCS#12 file that trusts a certificate. */
    public Path trusting(Path pem) throws IOException, InterruptedException {
        Path store = folder.resolve(pem.getFileName() + ".trust.p12");
        keytool("-importcert -noprompt -alias trusted -file " + pem, store);
        return store;
    }

    private static void keytool(String arguments, Path keys) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.strip().split(" +")));
        command.addAll(List.of("-keystore", keys.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (process.waitFor() != 0) {
            throw new IOException("keytool failed: " + arguments);
        }
    }
}
