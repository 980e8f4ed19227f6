package dev.harrier.hunt.sigma;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.assess.Severity;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.NormalForm;
import dev.harrier.hunt.RandomConditions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SigmaWriterTest {
    static Hunt hunt(Logic logic) {
        return new Hunt(
                HuntId.derived("test"),
                "A title: with 'quotes' # and more",
                "Says - \"things\"\nin lines: yes {x}",
                Hunt.Kind.BEHAVIOUR,
                logic,
                Severity.LOW,
                Hunt.Confidence.HIGH,
                List.of("T1003.001", "T1112"),
                List.of(),
                List.of("https://example.com/a#b"),
                List.of("null", "42", "- x"),
                Optional.of(Duration.ofDays(365)),
                "because: of this");
    }

    @Test
    void randomConditionsReadBackEqual() {
        long seed = 4711;
        RandomConditions conditions = new RandomConditions(seed);
        for (int i = 0; i < 5000; i++) {
            Logic.Detection detection = conditions.next();
            String yaml = SigmaWriter.write(hunt(detection));
            SigmaRule rule = SigmaReader.read(yaml, "w.yml").get(0);
            Condition expected = NormalForm.of(detection.condition());
            assertThat(rule.unsupported()).as("seed %d, #%d%n%s", seed, i, yaml).isEmpty();
            assertThat(rule.detection().orElseThrow())
                    .as("seed %d, #%d%n%s", seed, i, yaml)
                    .isEqualTo(new Logic.Detection(detection.kind(), detection.source(), expected));
        }
    }

    @Test
    void everythingThatSigmaHasAPlaceForReadsBack() {
        Logic.Detection detection = new RandomConditions(1).next();
        Hunt hunt =
                hunt(new Logic.Detection(detection.kind(), detection.source(), NormalForm.of(detection.condition())));
        assertThat(SigmaReader.read(SigmaWriter.write(hunt), "w.yml").get(0).toHunt())
                .isEqualTo(hunt);
    }

    @Test
    void writesWhatAPersonWouldWrite() {
        String yaml = SigmaWriter.write(SigmaReader.read("""
                        title: Shape
                        id: 11111111-2222-4333-8444-555555555555
                        logsource: {category: process_creation, product: windows}
                        detection:
                            a:
                                Image|endswith: ['\\a.exe', '\\b.exe']
                                CommandLine|contains|all: [x, y]
                            f1: {ParentImage|endswith: '\\c.exe'}
                            f2:
                                - User: u
                                - Company: v
                            condition: a and not f1 and not f2
                        """, "s.yml").get(0).toHunt());
        assertThat(yaml).contains("""
                        detection:
                            selection:
                                Image|endswith:
                                  - '\\a.exe'
                                  - '\\b.exe'
                                CommandLine|contains|all:
                                  - 'x'
                                  - 'y'
                            filter:
                                ParentImage|endswith: '\\c.exe'
                            filter_2:
                              - User: 'u'
                              - Company: 'v'
                            condition: selection and not filter and not filter_2
                        """);
    }
}
