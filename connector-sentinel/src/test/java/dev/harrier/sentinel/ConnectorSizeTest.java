package dev.harrier.sentinel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * How much the connector brings along: its jar and all jars that its own POM leads to, except what leads through harrier-common. Which these
 * are is read from the POMs that lie beside the jars in Maven's repository; what isn't on the class path has been excluded.
 */
class ConnectorSizeTest {
    private static final long MOST = 15_000_000;
    private static final Set<String> LEFT_OUT = Set.of("test", "provided", "system");

    @Test
    void isNotTooLarge() throws IOException, ParserConfigurationException, SAXException {
        SortedMap<String, Path> jars = runtime();

        assertThat(jars.keySet())
                .contains("azure-core", "azure-identity", "azure-monitor-query", "msal4j", "okhttp-jvm", "reactor-core")
                .doesNotContain("duckdb_jdbc", "wiremock", "junit-jupiter")
                .noneMatch(name -> name.startsWith("netty") || name.equals("azure-core-http-netty"));
        long bytes = classes();
        for (Path jar : jars.values()) {
            bytes += Files.size(jar);
        }
        System.out.printf("the connector and %d jars: %,d bytes%n", jars.size(), bytes);
        assertThat(bytes).isLessThan(MOST);
    }

    private static SortedMap<String, Path> runtime() throws IOException, ParserConfigurationException, SAXException {
        SortedMap<String, Path> all = new TreeMap<>();
        Deque<Path> poms = new ArrayDeque<>(Set.of(Path.of("pom.xml")));
        while (!poms.isEmpty()) {
            for (String artifact : dependencies(poms.remove())) {
                Optional<Path> jar = onClassPath(artifact);
                if (jar.isPresent() && all.putIfAbsent(artifact, jar.get()) == null) {
                    Path pom = Path.of(jar.get().toString().replaceFirst("\\.jar$", ".pom"));
                    assumeTrue(Files.exists(pom), () -> pom + " is not there: no Maven repository");
                    poms.add(pom);
                }
            }
        }
        return all;
    }

    private static Set<String> dependencies(Path pom) throws IOException, ParserConfigurationException, SAXException {
        Element project = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(pom.toFile())
                .getDocumentElement();
        Set<String> names = new TreeSet<>();
        NodeList all = project.getElementsByTagName("dependency");
        for (int i = 0; i < all.getLength(); i++) {
            Element dependency = (Element) all.item(i);
            if (dependency.getParentNode().getParentNode().isSameNode(project) && isAtRunTime(dependency)) {
                names.add(text(dependency, "artifactId"));
            }
        }
        return names;
    }

    private static boolean isAtRunTime(Element dependency) {
        return !LEFT_OUT.contains(text(dependency, "scope"))
                && !text(dependency, "optional").equals("true")
                && !text(dependency, "artifactId").equals("harrier-common");
    }

    private static String text(Element element, String name) {
        NodeList found = element.getElementsByTagName(name);
        return found.getLength() == 0
                ? ""
                : Optional.ofNullable(found.item(0))
                        .map(Node::getTextContent)
                        .orElse("")
                        .strip();
    }

    private static Optional<Path> onClassPath(String artifact) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches(Pattern.quote(artifact) + "-\\d.*\\.jar"))
                .findFirst();
    }

    /** As its jar has them: packed. */
    private static long classes() throws IOException {
        Path here;
        try {
            here = Path.of(SentinelProvider.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IOException(e);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(here);
                ZipOutputStream jar = new ZipOutputStream(packed)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                jar.putNextEntry(new ZipEntry(here.relativize(file).toString()));
                Files.copy(file, jar);
            }
        }
        return packed.size();
    }
}
