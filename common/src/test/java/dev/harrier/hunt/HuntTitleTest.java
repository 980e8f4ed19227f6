package dev.harrier.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HuntTitleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Domains looked up: Copper Lantern ransomware enters through a file transfer server"
                        + "| Domains looked up: Copper Lantern ransomware enters...",
                "URLs requested: Thorn Lapwing delivers Ashpelt ransomware behind a parcel notice"
                        + "| URLs requested: Thorn Lapwing delivers Ashpelt ransomware...",
                "Files written: Kettle Fox comes back in spring, and it boils water with new tools"
                        + "| Files written: Kettle Fox comes back in spring...",
                "Files written: Kettle Fox comes back | Files written: Kettle Fox comes back"
            })
    void whatIsTooLongEndsWhereAPhraseOrAWordThatStandsByItselfEnds(String words, String title) {
        assertThat(HuntTitle.of(words)).isEqualTo(title).hasSizeLessThanOrEqualTo(HuntTitle.LONGEST);
    }

    @Test
    void aPlaceIsNeverCut() {
        String words = "Domains looked up: Copper Lantern ransomware enters through a file transfer server";
        assertThat(HuntTitle.part(words, 12, 64))
                .endsWith("... (12 of 64)")
                .hasSizeLessThanOrEqualTo(HuntTitle.LONGEST);
        assertThat(HuntTitle.numbered(words, 3)).endsWith("... (3)").hasSizeLessThanOrEqualTo(HuntTitle.LONGEST);
    }

    @Test
    void aTitleStaysItselfWhenItIsReadAgain() {
        for (String word : new String[] {"a", "kettle", "boils,", "x".repeat(200), "the", "(of"}) {
            String title = HuntTitle.of((word + " ").repeat(90));
            assertThat(HuntTitle.of(title)).isEqualTo(title).hasSizeBetween(4, HuntTitle.LONGEST);
        }
    }
}
