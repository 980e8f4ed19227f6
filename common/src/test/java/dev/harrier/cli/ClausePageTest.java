package dev.harrier.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.assess.Severity;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.FieldTest;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClausePageTest {
    private static final Quote QUOTE = new Quote("evil[.]\n example", 7, 23);

    private static Hunt hunt(List<Ground> grounds, String... domains) {
        Condition any = new Condition.Any(Stream.of(domains)
                .<Condition>map(domain ->
                        new Condition.Match("QueryName", new FieldTest.Like(TextPattern.exactly(domain), false)))
                .toList());
        return new Hunt(
                HuntId.derived("page"),
                "Domains looked up",
                "Domains.",
                Hunt.Kind.INDICATOR,
                new Logic.Detection(EventKind.DNS_QUERY, any),
                Severity.HIGH,
                Hunt.Confidence.HIGH,
                List.of(),
                grounds,
                List.of(),
                List.of(),
                Optional.empty(),
                "the article names 1 thing");
    }

    @Test
    void everyClauseIsShownWithItsWordsOrWithoutAny() {
        Ground kept = new Ground("QueryName", "a.example", QUOTE, List.of("QueryName is \"a.example\""));
        Ground gone = new Ground("QueryName", "b.example", QUOTE, List.of("QueryName is \"b.example\""));
        assertThat(ClausePage.of(hunt(List.of(kept, gone), "a.example", "c.example")))
                .containsExactly(
                        "CLAUSES AND THE WORDS THEY CAME FROM\n"
                                + "  QueryName is \"a.example\"   ← “evil[.] example” (character 7)\n"
                                + "  QueryName is \"c.example\"   ← no words of an article: somebody wrote it into the rule",
                        "WORDS WHOSE CLAUSES SOMEBODY TOOK OUT\n"
                                + "  QueryName = b.example   ← “evil[.] example” (character 7)");
    }

    @Test
    void aRuleThatWasChosenNamesTheWordsThatChoseIt() {
        assertThat(ClausePage.of(hunt(List.of(new Ground("technique", "T1059", QUOTE)), "a.example")))
                .containsExactly("CHOSEN FOR THESE WORDS\n  technique = T1059   ← “evil[.] example” (character 7)");
        assertThat(ClausePage.of(hunt(List.of(), "a.example"))).containsExactly("NO QUOTES: the article names 1 thing");
    }
}
