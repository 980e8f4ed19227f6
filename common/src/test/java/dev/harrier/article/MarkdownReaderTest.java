package dev.harrier.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each case: a text and the blocks that a reader of it sees, {@code /} standing for a line's end. */
class MarkdownReaderTest {
    private static List<String> blocks(String text) {
        Article article = ArticleReader.readText("text", text);
        assertThat(article.text()).isEqualTo(text);
        return article.blocks().stream()
                .map(block -> block.kind() + " " + article.textOf(block).replace('\n', '~'))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '\0',
            value = {
                "Title~=====~~Section~-------~~It boils. ; HEADING Title ; HEADING Section ; PROSE It boils.",
                "~~~~ python {.line}^print(1)^```^still^~~~~^It boils. ; CODE print(1)^```^still ; PROSE It boils. ; ",
                "````md~```~inner~```~still~````~It boils. ; CODE ```~inner~```~still ; PROSE It boils. ; ",
                "```id``` is run.~It boils. ; PROSE ```id``` is run.~It boils. ; ; ",
                "- one~~  ```sh~  id~  ```~- two~    - inner~      goes on ; LIST - one ; CODE   id ; LIST - two~    - inner~      goes on",
                "It boils.~~    id~    ls~~It cools. ; PROSE It boils. ; CODE id~    ls ; PROSE It cools.",
                "A | B~--- | ---~`x|y` | c \\| d~1 | 2~~It boils. ; TABLE A | B~--- | ---~`x|y` | c \\| d~1 | 2 ; PROSE It boils. ; ",
                "[cols=\"1,2\",options=\"header\"]~|===~| A | B~~|1~a|2~2+| x \\| y~|===~It boils. ; BOILERPLATE [cols=\"1,2\",options=\"header\"] ; TABLE | A | B~~|1~a|2~2+| x \\| y ; PROSE It boils.",
                "[source,bash]~----~id~----~It boils. ; BOILERPLATE [source,bash] ; CODE id ; PROSE It boils.",
                ":toc: left~include::/etc/passwd[]~~It boils. ; BOILERPLATE :toc: left ; BOILERPLATE include::/etc/passwd[] ; PROSE It boils.",
                ",===~a,b~,===~~|====~|x~|====~It boils. ; TABLE a,b ; TABLE |x ; PROSE It boils.",
                "<!-- a~b --> ~It boils. ; BOILERPLATE <!-- a~b --> ; PROSE It boils. ; ",
                "<!-- never closed~~It boils. ; PROSE <!-- never closed ; PROSE It boils. ; ",
                "<details>~<summary>IOCs</summary>~~| a |~|---|~| 1 |~~</details> ; PROSE <details>~<summary>IOCs</summary> ; TABLE | a |~|---|~| 1 | ; PROSE </details>"
            })
    void structureIsSeen(String written, String first, String second, String third) {
        boolean caret = written.indexOf('^') >= 0;
        String text = caret ? written.replace('^', '\n') : written.replace('~', '\n');
        List<String> wanted = java.util.stream.Stream.of(first, second, third)
                .filter(block -> block != null && !block.isBlank())
                .map(block -> caret ? block.replace('^', '~') : block)
                .toList();
        assertThat(blocks(text).stream().map(String::stripTrailing).toList()).isEqualTo(wanted);
    }

    @Test
    void aFileThatIsIncludedIsNotRead() {
        assertThat(ArticleReader.readText("text", "It boils.\n\ninclude::/etc/hostname[]\n")
                        .text())
                .isEqualTo("It boils.\n\ninclude::/etc/hostname[]\n");
    }

    @Test
    void frontMatterOfBothKindsGivesFacts() {
        assertThat(ArticleReader.readText("text", "---\ntitle: 'The kettle'\n---\nIt boils.")
                        .title())
                .isEqualTo("The kettle");
        assertThat(ArticleReader.readText("text", "+++\ntitle = \"The kettle\"\n+++\nIt boils.")
                        .title())
                .isEqualTo("The kettle");
    }
}
