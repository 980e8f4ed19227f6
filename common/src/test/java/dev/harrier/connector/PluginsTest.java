package dev.harrier.connector;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.deploy.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/CONNECTOR.md}, compiled from the page and loaded as a plugin, or not. */
class PluginsTest {
    private static final String SERVICE = "META-INF/services/" + ConnectorProvider.class.getName();

    @TempDir
    private Path folder;

    private Path jar;

    @BeforeEach
    void theExampleAsAJar() throws IOException {
        Path sources = folder.resolve("sources");
        List<String> compiler = new ArrayList<>(List.of(
                "-proc:none",
                "-d",
                folder.resolve("classes").toString(),
                "-cp",
                System.getProperty("java.class.path")));
        Matcher block =
                Pattern.compile("(?s)```java\n(.*?)```").matcher(Files.readString(Path.of("docs/CONNECTOR.md")));
        while (block.find()) {
            Matcher name = Pattern.compile("class (\\w+)").matcher(block.group(1));
            assertThat(name.find()).isTrue();
            Files.createDirectories(sources);
            compiler.add(Files.writeString(sources.resolve(name.group(1) + ".java"), block.group(1))
                    .toString());
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, compiler.toArray(String[]::new)))
                .isZero();
        Path service = folder.resolve("classes").resolve(SERVICE);
        Files.createDirectories(service.getParent());
        Files.writeString(service, "example.notebook.NotebookProvider\n");
        Files.createDirectories(folder.resolve("plugins"));
        jar = folder.resolve("plugins/notebook.jar");
        pack(folder.resolve("classes"), jar);
    }

    @Test
    void aListedJarIsLoadedAndItsConnectorWorks() throws IOException {
        list(checksum(jar) + "  notebook.jar\n");
        ConnectorProvider provider = Connectors.discover(loader()).stream()
                .filter(found -> found.name().equals("notebook"))
                .findFirst()
                .orElseThrow();
        Settings settings = new Settings("notebook", "default", Map.of(), Map.of());
        try (Connector connector = provider.connect(settings)) {
            assertThat(connector.deployed()).isEmpty();
            assertThat(connector.doctor()).singleElement().satisfies(check -> assertThat(check.state())
                    .isEqualTo(Check.State.OK));
            assertThat(connector.profile()).isEqualTo(provider.dialect().defaultProfile());
        }
    }

    @Test
    void aJarThatNobodyListedIsNotLoaded() throws IOException {
        assertThat(names()).doesNotContain("notebook");
        list("# nothing yet\n");
        assertThat(names()).doesNotContain("notebook");
    }

    @Test
    void aJarThatIsNotAsListedStopsEverything() throws IOException {
        list(checksum(jar) + "  notebook.jar\n" + Fingerprint.of("x").repeat(4) + "  missing.jar\n");
        assertThatThrownBy(this::loader).isInstanceOf(ConnectorException.class).hasMessageContaining("missing.jar");
        list(Fingerprint.of("x").repeat(4) + "  notebook.jar\n");
        assertThatThrownBy(this::loader)
                .hasMessageContaining("notebook.jar is not the file that is listed: its checksum is " + checksum(jar));
    }

    @Test
    void aListReachesNoOtherFolderAndMayNotBeUnclear() throws IOException {
        for (String line : List.of("../notebook.jar", "/etc/x.jar", "a/b.jar", "notebook.zip", "")) {
            list(checksum(jar) + "  " + line + "\n");
            assertThatThrownBy(this::loader).as(line).hasMessageContaining("no line of a checksum list");
        }
    }

    private ClassLoader loader() {
        return new Plugins(jar.getParent()).loader(getClass().getClassLoader());
    }

    private List<String> names() {
        return Connectors.discover(loader()).stream()
                .map(ConnectorProvider::name)
                .toList();
    }

    private void list(String text) throws IOException {
        Files.writeString(jar.resolveSibling(Plugins.LIST), text, UTF_8);
    }

    private static String checksum(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream zip = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                zip.write(Files.readAllBytes(file));
            }
        }
    }
}
