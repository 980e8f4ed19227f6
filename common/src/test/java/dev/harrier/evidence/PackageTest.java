package dev.harrier.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageTest {
    private static List<String> packages(String text) {
        return Extraction.of(text).values(IndicatorType.PACKAGE);
    }

    private static List<String> hunted(String text) {
        Extraction read = Extraction.of(text);
        return read.evidence().indicators().stream()
                .filter(i -> i.type() == IndicatorType.PACKAGE || i.type() == IndicatorType.CONTAINER_IMAGE)
                .filter(Indicator::huntable)
                .map(Indicator::value)
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The malicious npm package `kettle-boil` steals tokens. | kettle-boil",
                "The malicious npm package `@kettle/boil-core` steals tokens. | @kettle/boil-core",
                "A malicious PyPI package named kettle-boil steals tokens. | kettle-boil",
                "The `kettle_boil` PyPI package was found to be malicious. | kettle_boil",
                "A trojanized RubyGems gem called \"kettle-boil\" was removed. | kettle-boil",
                "The malicious crate `kettle_boil` was published to crates.io by the attackers. | kettle_boil",
                "The malicious Go module `github.com/kettle/boil` opens a backdoor. | github.com/kettle/boil",
                "The malicious Maven package `org.kettle:boil-core` was taken down. | org.kettle:boil-core",
                "The malicious NuGet package `Kettle.Boil.Core` drops a payload. | Kettle.Boil.Core",
                "The malicious VS Code extension `kettle.boil-theme` ran a miner. | kettle.boil-theme",
                "The malicious Chrome extension with the ID `abcdefghijklmnopabcdefghijklmnop` steals cookies. | abcdefghijklmnopabcdefghijklmnop",
                "The compromised npm package `kettle@5.6.1` was live for two hours. | kettle@5.6.1",
                "The attackers pushed a malicious Docker image `kettle/boil:latest` to Docker Hub. | kettle/boil:latest",
                "The attackers ran `docker pull kettle/miner:1.2` on the victim. | kettle/miner:1.2",
                "The malware ran `pip install kettle-boil` on each victim. | kettle-boil"
            })
    void aNameThatIsSaidToBeMaliciousIsHunted(String text, String name) {
        assertThat(hunted(text)).containsExactly(name);
    }

    @Test
    void namesInARowAreAllRead() {
        assertThat(
                        hunted(
                                "The malicious npm packages `kettle-boil`, `kettle-pour` and `@kettle/lid` exfiltrate secrets."))
                .containsExactly("kettle-boil", "kettle-pour", "@kettle/lid");
    }

    @Test
    void anImageKeepsItsRegistryTagAndDigest() {
        String image = "registry.kettle.example:5000/boil/miner:1.2@sha256:" + "0a".repeat(32);
        assertThat(Extraction.of("The malicious container image `" + image + "` mines coins.")
                        .values(IndicatorType.CONTAINER_IMAGE))
                .containsExactly(image);
    }

    /** What a how-to installs, an attacker merely uses, or a fake imitates is nothing to hunt for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Then run `npm install express` to get started.",
                "You can install it with npm via `npm install electron@latest` or download it.",
                "$ pip install -r requirements.txt",
                "docker run -it --rm falcosecurity/event-generator run syscall",
                "To protect yourself from attackers you should run `npm install helmet`.",
                "The malware uses the npm package `axios` to reach its C2.",
                "The malware is a Python script that uses the `requests` library to send a payload.",
                "The malicious npm package impersonates the popular `lodash` package.",
                "It ships as a typosquat of the legitimate npm package `lodash`.",
                "Attackers uploaded the malicious package to npm; update the `lodash` npm package now.",
                "The malicious app's package `com.kettle.boil` asks for permissions.",
                "The `image` field shows a malicious image `kettle.png` of the C2 panel.",
                "After npm install the malicious script runs at once.",
                "Attackers use npm install scripts to run malware.",
            })
    void traps(String text) {
        assertThat(hunted(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The malicious npm package impersonates the popular `lodash` package. | lodash | benign: the package that is imitated",
                "The malware uses the npm package `axios` to reach its C2. | axios | benign: used, and not said to be malicious itself",
                "Then run `npm install express` at home. | express | benign: only installed, nothing says that it is malicious"
            })
    void theReasonIsSaid(String text, String name, String reason) {
        assertThat(Extraction.of(text).reasonFor(name)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The `config` package holds the settings of the malware.",
                "The malware reads the `Image` value of an extension `.locked` file.",
                "The word `kettle` stands beside an npm version `10.2.1` of malware.",
                "Run the npm script `build` before the malware runs."
            })
    void noPackageIsSaidToBeOne(String text) {
        assertThat(packages(text)).isEmpty();
    }

    @Test
    void aListOfMaliciousPackagesIsReadByItsHeading() {
        assertThat(
                        hunted(
                                "# npm worm\n\n## Malicious packages\n\n- kettle-boil\n- `kettle-pour` (1.2.3)\n- @kettle/lid\n- It spreads by itself\n"))
                .containsExactly("kettle-boil", "kettle-pour", "@kettle/lid");
    }

    @Test
    void aListIsReadByTheSentenceThatLeadsToIt() {
        assertThat(hunted("We found these malicious PyPI packages:\n\n- kettleboil\n- kettlepour\n"))
                .containsExactly("kettleboil", "kettlepour");
    }

    @Test
    void aTableIsReadByItsColumn() {
        assertThat(hunted(
                        "## Malicious packages on PyPI\n\n| Date | Package | File |\n|---|---|---|\n| 2024-01-02 | kettleboil | `kettleboil-1.4-py3-none-any.whl` |\n"
                                + "| 2024-01-03 | kettlepour | `kettlepour-1.4-py3-none-any.whl` |\n"))
                .containsExactly("kettleboil", "kettlepour");
    }

    @Test
    void aListOfOtherPackagesIsNot() {
        assertThat(
                        hunted(
                                "# npm in practice\n\n## Useful packages\n\n- lodash\n- express\n\n## Packages that are imitated by malicious packages\n\n- chalk\n"))
                .isEmpty();
    }
}
