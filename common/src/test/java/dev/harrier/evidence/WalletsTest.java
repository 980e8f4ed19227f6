package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses from the coins' own specifications and documentation. */
class WalletsTest {
    private static final String MONERO =
            "496aKKdqF1xQSSEzw7wNrkZkDUsCD5cSmNCfVhVgEps52WERBcLDGzdF5UugmFoHMm9xRJdewvK2TFfAJNwEV25rTcVF5Vp";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
                "3J98t1WpEZ73CNmQviecrnyiWrnqRhWNLy",
                "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc1",
                "DH5yaieqoZN36fDVciNyRueRGvGLR3mr7L",
                "TJRabPrwbZy45sbavfcjinPJC18kjpRTv8",
                "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq",
                "bc1p5d7rjq7g6rdk2yhzks9smlaqtedr4dekq08ge8ztwac72sfr9rusxg3297",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed",
                "0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed",
                MONERO
            })
    void readsAddressesWhoseChecksumHolds(String address) {
        assertThat(Extraction.of("pay to " + address + " now").values(IndicatorType.WALLET))
                .containsExactly(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3",
                "11BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2",
                "LM2WMpR1Rp6j3Sa59cMXMs1SPzj9eXpGc2",
                "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdx",
                "bc1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ",
                "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1Beaed",
                "0x0000000000000000000000000000000000000000",
                "496aKKdqF1xQSSEzw7wNrkZkDUsCD5cSmNCfVhVgEps52WERBcLDGzdF5UugmFoHMm9xRJdewvK2TFfAJNwEV25rTcVF5Vq"
            })
    void leavesOthersAlone(String word) {
        assertThat(Extraction.of("pay to " + word + " now").values(IndicatorType.WALLET))
                .isEmpty();
    }

    @Test
    void upperCaseOfBech32IsTheSameAddress() {
        assertThat(Extraction.of("pay BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ")
                        .values(IndicatorType.WALLET))
                .containsExactly("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq");
    }

    @Test
    void keccakOfNothingIsTheOneThatIsPublished() {
        assertThat(HexFormat.of().formatHex(Keccak.hash(new byte[0])))
                .isEqualTo("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470");
        assertThat(HexFormat.of().formatHex(Keccak.hash("abc".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo("4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45");
    }
}
