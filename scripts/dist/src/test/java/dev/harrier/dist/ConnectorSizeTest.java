package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a connector adds to the class path. */
class ConnectorSizeTest {
    /** What Sentinel alone needs: the Azure SDK and what that alone needs. */
    private static final List<String> AZURE =
            List.of("com/azure/", "com/microsoft/aad/", "reactor/", "org/reactivestreams/", "com/sun/jna/");
    /** What others need too, but would be there for Sentinel alone. */
    private static final List<String> SHARED =
            List.of("okhttp3/", "okio/", "kotlin/", "com/fasterxml/jackson/", "org/slf4j/Logger");

    @Test
    void sentinelTakesAtMostFifteenMegabytes() {
        Map<String, Long> alone = jars(AZURE);
        Map<String, Long> shared = jars(SHARED);
        long own = alone.values().stream().mapToLong(Long::longValue).sum();
        long all = own + shared.values().stream().mapToLong(Long::longValue).sum();

        assertThat(alone.keySet()).anyMatch(name -> name.startsWith("azure-identity"));
        assertThat(own).as("alone: %s", alone).isLessThan(15_000_000);
        assertThat(all).as("with what is shared: %s", shared).isLessThan(15_000_000);
    }

    @Test
    void nettyStaysOut() {
        assertThat(jars(List.of("com/azure/core/http/netty/", "io/netty/"))).isEmpty();
    }

    private static Map<String, Long> jars(List<String> packages) {
        Map<String, Long> sizes = new TreeMap<>();
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith(".jar") && holds(entry, packages))
                .forEach(entry -> sizes.put(Path.of(entry).getFileName().toString(), size(entry)));
        sizes.keySet().removeIf(name -> name.startsWith("wiremock") || name.startsWith("harrier-"));
        return sizes;
    }

    private static boolean holds(String jar, List<String> packages) {
        try (JarFile file = new JarFile(jar)) {
            return file.stream().anyMatch(entry -> packages.stream().anyMatch(entry.getName()::startsWith));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(String jar) {
        try {
            return Files.size(Path.of(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
