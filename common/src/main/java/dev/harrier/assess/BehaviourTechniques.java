package dev.harrier.assess;

import dev.harrier.attack.AttackCatalogue;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Evidence;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Techniques that a command, key, task, service or path shows by itself: {@code vssadmin delete shadows} is T1490. The rules are
 * {@code behaviour-rules.tsv}. Pure and thread-safe.
 */
public final class BehaviourTechniques {
    private static final List<BehaviourRule> RULES =
            Table.rows("behaviour-rules.tsv").stream().map(BehaviourRule::of).toList();
    private final AttackCatalogue catalogue;

    BehaviourTechniques(AttackCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * What a behaviour shows, whatever an article says about it.
     *
     * @return ids of ATT&amp;CK, empty where no rule knows the behaviour
     */
    public static Set<String> shownBy(Behaviour behaviour) {
        return techniques(behaviour).collect(Collectors.toUnmodifiableSet());
    }

    List<TechniqueDraft> find(Evidence evidence, List<Sentence> sentences) {
        return evidence.behaviours().stream()
                .filter(behaviour -> wasDone(behaviour, sentences))
                .flatMap(this::drafts)
                .toList();
    }

    private static boolean wasDone(Behaviour behaviour, List<Sentence> sentences) {
        return Sentences.at(sentences, behaviour.quote().start())
                .map(sentence -> sentence.stance() == Stance.ASSERTED || sentence.stance() == Stance.BACKGROUND)
                .orElse(true);
    }

    private Stream<TechniqueDraft> drafts(Behaviour behaviour) {
        return techniques(behaviour)
                .distinct()
                .flatMap(id -> catalogue
                        .current(id)
                        .map(t -> TechniqueDraft.of(
                                t, Ground.BEHAVIOUR, "behaviour: " + label(behaviour), behaviour.quote()))
                        .stream());
    }

    private static Stream<String> techniques(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.CommandLine command) {
            return commands(command.executable(), command.commandLine());
        } else if (behaviour instanceof Behaviour.RegistryValue value) {
            return first("registry", rule -> rule.fitsPath(value.path()));
        } else if (behaviour instanceof Behaviour.ScheduledTask) {
            return first("task", rule -> true);
        } else if (behaviour instanceof Behaviour.Service) {
            return first("service", rule -> true);
        } else if (behaviour instanceof Behaviour.FilePath path) {
            return first("path", rule -> rule.fitsPath(path.path()));
        } else if (behaviour instanceof Behaviour.Process process) {
            return first("process", rule -> rule.fits(process.image(), ""));
        } else if (behaviour instanceof Behaviour.ParentChild pair) {
            return first("parent", rule -> rule.fits(pair.parent(), ""));
        }
        return Stream.empty();
    }

    /** All rules that name a fragment of the command, and the first of those that name only its program. */
    private static Stream<String> commands(String program, String line) {
        List<BehaviourRule> fitting = RULES.stream()
                .filter(rule -> rule.kind().equals("command") && rule.fits(program, line))
                .toList();
        Stream<BehaviourRule> exact =
                fitting.stream().filter(rule -> !rule.fragments().isEmpty());
        Stream<BehaviourRule> general =
                fitting.stream().filter(rule -> rule.fragments().isEmpty()).limit(1);
        return Stream.concat(exact, general).flatMap(rule -> rule.techniques().stream());
    }

    private static Stream<String> first(String kind, Predicate<BehaviourRule> fits) {
        return RULES.stream()
                .filter(rule -> rule.kind().equals(kind) && fits.test(rule))
                .limit(1)
                .flatMap(rule -> rule.techniques().stream());
    }

    private static String label(Behaviour behaviour) {
        String words = behaviour.quote().text();
        return words.length() <= 80 ? words : words.substring(0, 80) + "…";
    }
}
