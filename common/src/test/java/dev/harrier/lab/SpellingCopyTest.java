package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.hunt.EventKind;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Values are the same whether they are read as texts or copied as bytes, and records the same whether seen before or not. */
class SpellingCopyTest {
    private static final List<String> VALUES = List.of(
            "",
            "-",
            "--",
            "LAB\\alice",
            "SHA1=AB,MD5=CD,SHA256=EF,IMPHASH=01",
            "XMD5=1,MD5=aB",
            "MD5=",
            ",MD5=\u00c4\u0130,IMPHASH=X",
            "MD5",
            "C:\\Windows\\x.exe",
            "x.exe",
            "\\REGISTRY\\MACHINE\\a",
            "HKEY_LOCAL_MACHINE\\a",
            "5",
            "-5",
            "+5",
            "007",
            "010",
            "0x1F",
            "0xg",
            "999999999999999999",
            "9223372036854775807",
            "9223372036854775808",
            "\u0665",
            "1.0",
            "DeleteKey",
            "Microsoft-Windows-Sysmon",
            "security",
            "12",
            "1");
    private static final List<String> SOURCES = List.of(
            "sysmon/1",
            "sysmon/7",
            "sysmon/12",
            "sysmon/13",
            "security/4624",
            "security/4688",
            "defender/ProcessCreated");

    private final EventSources sources = EventSources.shipped();
    private final Random random;
    private final String seed;

    SpellingCopyTest() {
        long start = System.nanoTime();
        random = new Random(start);
        seed = "seed " + start;
    }

    @Test
    void whatIsCopiedIsWhatIsRead() {
        ByteText copied = new ByteText(0);
        for (int i = 0; i < 20_000; i++) {
            RawEvent event = event();
            EventShape shape =
                    sources.shape(SOURCES.get(random.nextInt(SOURCES.size()))).orElseThrow();
            for (EventShape.Column column : shape.columns()) {
                copied.clear();
                Spelling spelling = column.copyTo(event, copied);
                assertThat(copied.toString()).as("%s: %s", seed, column).isEqualTo(column.read(event));
                assertThat(spelling == null).isEqualTo(copied.length() == 0);
            }
        }
    }

    @Test
    void numbersAreTheSameAsBytes() {
        for (String value : VALUES) {
            ByteText text = new ByteText(0);
            text.add(value.getBytes(UTF_8));
            assertThat(Numbers.read(text)).as(value).isEqualTo(Numbers.read(value));
        }
    }

    @Test
    void aRecordSeenBeforeIsOfTheSameKind() {
        OriginShapes shapes = new OriginShapes(sources);
        int kinds = 0;
        for (int i = 0; i < 20_000; i++) {
            RawEvent event = event();
            event.add(random.nextBoolean() ? "Channel" : "SourceName", "Microsoft-Windows-Sysmon/Operational");
            OriginShapes.Known found = shapes.of(event);
            String key = sources.key(event);
            assertThat(found.key()).as(seed).isEqualTo(key);
            assertThat(found.shape()).as(seed).isEqualTo(sources.shape(key));
            kinds += found.shape()
                            .map(EventShape::kind)
                            .filter(EventKind.REGISTRY_ADD::equals)
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(kinds).as("registry events among them").isPositive();
    }

    /** Fields that the sources know, with values of others. */
    private RawEvent event() {
        RawEvent event = sources.newEvent();
        List<String> names = List.of(
                "EventID",
                "EventType",
                "Channel",
                "Image",
                "User",
                "Hashes",
                "TargetObject",
                "ProcessId",
                "Computer",
                "UtcTime",
                "SubjectUserName",
                "SubjectDomainName",
                "TargetUserName",
                "TargetDomainName",
                "NewProcessName",
                "FileName",
                "FolderPath",
                "AccountName",
                "AccountDomain",
                "ActionType");
        for (String name : names) {
            if (random.nextInt(3) > 0) {
                event.add(name, VALUES.get(random.nextInt(VALUES.size())));
            }
        }
        return event;
    }
}
