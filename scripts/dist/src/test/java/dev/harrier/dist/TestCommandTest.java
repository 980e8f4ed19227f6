package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** {@code test PACK} as a user runs it. */
class TestCommandTest {
    private static final String RULE = """
            title: Evil <command>
            id: 6a914fd3-c55a-5d09-85fa-61564ded72f6
            logsource:
                category: process_creation
                product: windows
            detection:
                selection:
                    CommandLine|contains: 'evil'
                condition: selection
            level: low
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("evil.yml"), RULE);
        Files.createDirectories(folder.resolve("tests"));
        fixture("evil.hit.jsonl", "is evil");
        fixture("evil.miss.jsonl", "is good");
    }

    private void fixture(String name, String command) throws IOException {
        Files.writeString(
                folder.resolve("tests").resolve(name),
                "{\"EventID\":1,\"Channel\":\"Microsoft-Windows-Sysmon/Operational\",\"UtcTime\":\"2026-01-01 00:00:00.000\","
                        + "\"Image\":\"C:\\\\x.exe\",\"CommandLine\":\"" + command + "\",\"Computer\":\"h\"}\n");
    }

    @Test
    void whatIsRightPassesInEveryForm() throws Exception {
        Harrier.Run run = new Harrier(folder).run("test", folder.toString(), "--output", "junit");
        assertThat(run.exit()).as(run.err()).isZero();
        assertThat(xml(run.out()).getDocumentElement().getAttribute("failures")).isEqualTo("0");
        assertThat(xml(run.out()).getElementsByTagName("testcase").getLength()).isEqualTo(6);
        JsonNode hunts = new ObjectMapper()
                .readTree(new Harrier(folder)
                        .run("test", folder.toString(), "--output", "json")
                        .out())
                .path("hunts");
        assertThat(hunts).hasSize(1);
        assertThat(hunts.get(0).path("hits").asInt()).isPositive();
        assertThat(hunts.get(0).path("texts")).hasSize(6);
    }

    @Test
    void aFixtureThatFailsFailsTheTest() throws Exception {
        fixture("evil.miss.jsonl", "is evil");
        Harrier.Run run = new Harrier(folder).run("test", folder.toString(), "--output", "junit");
        assertThat(run.exit()).isEqualTo(2);
        assertThat(xml(run.out()).getElementsByTagName("failure").getLength()).isEqualTo(2);
    }

    @Test
    void aFixtureThatBelongsToNothingIsNotOverlooked() throws Exception {
        fixture("evli.hit.jsonl", "is evil");
        fixture("evil.jsonl", "is evil");
        Harrier.Run run = new Harrier(folder).run("test", folder.toString());
        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("there is no rule evli").contains("evil.jsonl: its name must end in");
        assertThat(run.out()).contains("passed");
    }

    private static Document xml(String text) throws ParserConfigurationException, SAXException, IOException {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
