package dev.harrier.hunt.sigma;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.SharedData;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Reads the 1,308 SigmaHQ rules that lie beside the repository, and writes those that are ours back. */
class SigmaHqSampleTest {
    @Test
    void readsTheSample() throws IOException {
        Map<String, String> files = rules();
        List<String> failures = new ArrayList<>();
        Map<String, Integer> reasons = new TreeMap<>();
        int supported = 0;
        for (Map.Entry<String, String> file : files.entrySet()) {
            try {
                for (SigmaRule rule : SigmaReader.read(file.getValue(), file.getKey())) {
                    supported += rule.detection().isPresent() ? 1 : 0;
                    rule.unsupported().stream().limit(1).forEach(r -> reasons.merge(r, 1, Integer::sum));
                    assertReadsBack(rule);
                }
            } catch (SigmaException e) {
                failures.add(e.getMessage());
            }
        }
        System.out.printf("%d files, %d unreadable, %d supported%n", files.size(), failures.size(), supported);
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(e -> System.out.println(e.getValue() + "\t" + e.getKey()));
        failures.forEach(System.out::println);
        assertThat(failures).isEmpty();
        assertThat(supported).isGreaterThan(files.size() * 995 / 1000);
    }

    private static void assertReadsBack(SigmaRule rule) {
        if (rule.detection().isPresent()) {
            String yaml = SigmaWriter.write(rule.toHunt());
            SigmaRule again = SigmaReader.read(yaml, rule.file()).get(0);
            assertThat(again.detection()).as(yaml).isEqualTo(rule.detection());
        }
    }

    private static Map<String, String> rules() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (InputStream file = Files.newInputStream(SharedData.require("corpus/sigma/sigmahq_sample.tar.gz"));
                DataInputStream tar = new DataInputStream(new GZIPInputStream(file))) {
            byte[] header = new byte[512];
            for (tar.readFully(header); header[0] != 0; tar.readFully(header)) {
                String name = new String(header, 0, 100, UTF_8).replaceAll("\0.*", "");
                int size = Integer.parseInt(new String(header, 124, 11, UTF_8).strip(), 8);
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                content.writeBytes(tar.readNBytes(size));
                tar.skipNBytes((512 - size % 512) % 512);
                if (header[156] == '0' && content.toString(UTF_8).contains("\nlogsource:")) {
                    files.put(files.size() + " " + name, content.toString(UTF_8));
                }
            }
        }
        return files;
    }
}
