package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownBytesTest {
    /** Few bytes, so that many keys differ only in one, or in their length. */
    @Test
    void givesNothingThatWasMadeOfOthers() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        KnownBytes<String> known = new KnownBytes<>(1 << 6);
        Map<String, String> all = new HashMap<>();
        int found = 0;
        for (int i = 0; i < 200_000; i++) {
            String key = key(random);
            byte[] around = ("<<" + key + (random.nextBoolean() ? ">>>>>>>>>" : "")).getBytes(ISO_8859_1);
            String value = known.get(around, 2, 2 + key.length());
            if (value == null) {
                known.put(key.getBytes(ISO_8859_1), "of " + key);
            } else {
                found++;
                assertThat(value).as("seed %d", seed).isEqualTo("of " + key);
            }
            all.put(key, key);
        }
        assertThat(found).as("seed %d: of %d keys", seed, all.size()).isGreaterThan(1_000);
    }

    private static String key(Random random) {
        int length = random.nextInt(random.nextInt(10) == 0 ? 40 : 4);
        StringBuilder key = new StringBuilder();
        for (int i = 0; i < length; i++) {
            key.append(length > 8 && random.nextInt(20) > 0 ? 'a' : "\0ab\u00ff".charAt(random.nextInt(4)));
        }
        return key.toString();
    }

    /** Hosts, accounts and ids differ in their last bytes only, and there are many of them. */
    @ParameterizedTest
    @ValueSource(strings = {"", "id ", "10.20.30.", "Security\u00ff46", "LAB\\user", "WORKSTATION-000", "CustomField"})
    void remembersWhatDiffersAtItsEnd(String start) {
        KnownBytes<Integer> known = new KnownBytes<>(1 << 8);
        for (int i = 0; i < 100; i++) {
            known.put((start + i).getBytes(ISO_8859_1), i);
        }

        for (int i = 0; i < 100; i++) {
            byte[] key = (start + i).getBytes(ISO_8859_1);
            assertThat(known.get(key, 0, key.length)).isEqualTo(i);
        }
    }
}
