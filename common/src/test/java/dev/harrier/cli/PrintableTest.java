package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatWouldTalkToTheTerminalIsSpeltOut() {
        assertThat(Printable.of("\u001B[2Jgone\u202Egnp")).isEqualTo("\\u001B[2Jgone\\u202Egnp");
    }

    @Test
    void ordinaryWordsStayAsTheyAre() {
        assertThat(Printable.of("naïve → 東京\n\t")).isEqualTo("naïve → 東京\n\t");
    }

    @Test
    void longCellsAreCut() {
        TextTable table = new TextTable("A");
        table.row("x".repeat(500));
        assertThat(table.text().lines().toList().get(1)).hasSize(68).endsWith("…");
    }
}
