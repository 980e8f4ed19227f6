package dev.harrier.lab;

import static dev.harrier.lab.EventMakerTest.like;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.TableMapping;
import dev.harrier.dialect.Translation;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.TextPattern;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class PackTestTest {
    private static final Hunt HUNT = Hunts.of(
            EventKind.PROCESS_CREATION,
            new Condition.All(List.of(
                    new Condition.Any(List.of(
                            like("Image", TextPattern.endingWith("\\a.exe")),
                            like("Image", TextPattern.endingWith("\\b.exe")))),
                    new Condition.Any(List.of(
                            like("CommandLine", TextPattern.containing("50%_off*")),
                            like("CommandLine", TextPattern.exactly("x.y")))))));

    @Test
    void aRightRendererPassesInEveryDialect() {
        PackTest test =
                PackTest.test(List.of(HUNT, Hunts.any()), List.of(ToyDialect.TOY, new ToyDialect("other", true)));

        assertThat(test.passed()).as(test.toString()).isTrue();
        assertThat(test.hunts()).allSatisfy(hunt -> {
            assertThat(hunt.hits()).isPositive();
            assertThat(hunt.nearMisses()).isPositive();
            assertThat(hunt.outcomes()).hasSize(2);
        });
    }

    @Test
    void aHuntWithoutLogicOfItsOwnIsUntestedAndSaysWhy() {
        Hunt hunt = Hunts.of(new Logic.NativeQuery(EventKind.LOGON, Map.of("toy", "LOGON where true")));

        assertThat(PackTest.test(List.of(hunt), List.of(ToyDialect.TOY))
                        .hunts()
                        .get(0)
                        .untested())
                .isPresent();
    }

    @Test
    void wrongRenderersAreCaught() {
        assertThat(status(text -> text.replaceFirst(" OR ", " AND "))).isEqualTo(HuntTest.Status.MISSED);
        assertThat(status(text -> text.replaceFirst(" AND ", " OR "))).isEqualTo(HuntTest.Status.FALSE_HIT);
        assertThat(status(text -> text.replace("\\*", ".*"))).isEqualTo(HuntTest.Status.FALSE_HIT);
        assertThat(status(text -> text.replace("x\\.y", "x.y"))).isEqualTo(HuntTest.Status.FALSE_HIT);
        assertThat(status(text -> text.replace("$'", "'"))).isEqualTo(HuntTest.Status.FALSE_HIT);
        assertThat(status(text -> text.replace("\"Image\"", "\"ParentImage\""))).isEqualTo(HuntTest.Status.MISSED);
        assertThat(status(text -> text.replace("\"Image\"", "\"NoSuchColumn\"")))
                .isEqualTo(HuntTest.Status.UNANSWERED);
        assertThat(status(text -> "no text at all")).isEqualTo(HuntTest.Status.UNANSWERED);
    }

    private static HuntTest.Status status(UnaryOperator<String> slip) {
        return PackTest.test(List.of(HUNT), List.of(new Wrong(slip)))
                .hunts()
                .get(0)
                .outcomes()
                .get(0)
                .status();
    }

    /** Renders with a slip. */
    private record Wrong(UnaryOperator<String> slip) implements Dialect {
        @Override
        public String name() {
            return "wrong";
        }

        @Override
        public Profile defaultProfile() {
            return ToyDialect.TOY.defaultProfile();
        }

        @Override
        public Rendering render(Hunt hunt, Profile profile) {
            Rendering.Rendered right = (Rendering.Rendered) ToyDialect.TOY.render(hunt, profile);
            return new Rendering.Rendered(slip.apply(right.text()));
        }

        @Override
        public String counting(String text, Profile profile) {
            return ToyDialect.TOY.counting(text, profile);
        }

        @Override
        public List<LintFinding> lint(String text, Profile profile) {
            return List.of();
        }

        @Override
        public List<TableMapping> tables(Profile profile) {
            return ToyDialect.TOY.tables(profile);
        }

        @Override
        public Translation translate(String text) {
            return ToyDialect.TOY.translate(text);
        }
    }
}
