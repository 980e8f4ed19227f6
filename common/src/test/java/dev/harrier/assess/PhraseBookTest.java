package dev.harrier.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhraseBookTest {
    private static final PhraseBook BOOK = new PhraseBook(
            List.of(new String[] {"rce", "rce|remote code execution"}, new String[] {"apt", "apt\\d*"}, new String[] {
                "late", "(?:\\w+ ){0,2}?late"
            }),
            0,
            1);

    private static List<String> labels(String text) {
        return BOOK.in(text).stream().map(PhraseBook.Hit::label).toList();
    }

    @Test
    void findsWholeWordsOnly() {
        assertThat(labels("The source of this chapter is adapted.")).isEmpty();
        assertThat(labels("An RCE, by APT28: remote code execution!")).containsExactly("rce", "apt", "rce");
    }

    @Test
    void findsPhrasesThatMayStartWithAnyWord() {
        assertThat(labels("far too late")).contains("late");
        assertThat(labels("é late")).contains("late");
    }
}
