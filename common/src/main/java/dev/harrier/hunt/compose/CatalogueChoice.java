package dev.harrier.hunt.compose;

import dev.harrier.article.Article;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.TechniqueFinding;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Quote;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.catalogue.CatalogueEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses catalogue hunts for one article: by a technique <em>and</em> a behaviour, program or word of the article. */
final class CatalogueChoice {
    private final Article article;
    private final Evidence evidence;
    private final Assessment assessment;
    private final ArticleWords words;
    private final WordEvidence wordEvidence;

    CatalogueChoice(Article article, Evidence evidence, Assessment assessment) {
        this.article = article;
        this.evidence = evidence;
        this.assessment = assessment;
        this.words = new ArticleWords(article);
        this.wordEvidence = new WordEvidence(words, evidence, assessment);
    }

    /** The entry's hunt with the article's quotes, if the article selects it. */
    Optional<Hunt> hunt(CatalogueEntry entry) {
        List<TechniqueFinding> concerned = assessment.techniques().stream()
                .filter(t -> entry.concerns(t.technique().id()))
                .toList();
        for (TechniqueFinding technique : concerned) {
            Optional<Quote> behaviour = behaviour(entry, technique);
            if (behaviour.isPresent()) {
                return behaviour.map(b -> selected(entry.hunt(), technique, b));
            }
        }
        return Optional.empty();
    }

    private Optional<Quote> behaviour(CatalogueEntry entry, TechniqueFinding technique) {
        return evidence.behaviours().stream()
                .filter(b -> shows(b, entry) || (runs(b, entry) && tells(b, technique)))
                .map(Behaviour::quote)
                .min(Quote::compareTo)
                .or(() ->
                        Surroundings.fit(entry, words) ? wordEvidence.of(entry.words(), technique) : Optional.empty());
    }

    private static boolean shows(Behaviour behaviour, CatalogueEntry entry) {
        return texts(behaviour).map(t -> t.toLowerCase(Locale.ROOT)).anyMatch(t -> entry.fragments().stream()
                .anyMatch(t::contains));
    }

    private static boolean runs(Behaviour behaviour, CatalogueEntry entry) {
        return programs(behaviour).anyMatch(entry.executables()::contains);
    }

    /** A program that every estate runs says something only with its command or child, or where the technique is told. */
    private boolean tells(Behaviour behaviour, TechniqueFinding technique) {
        return !(behaviour instanceof Behaviour.Process process)
                || !Commonness.isProgram(process.image())
                || wordEvidence.inPassageOf(technique, behaviour.quote());
    }

    private static Stream<String> programs(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.CommandLine command) {
            return Stream.of(command.executable());
        }
        if (behaviour instanceof Behaviour.ParentChild pair) {
            return Stream.of(pair.parent(), pair.child());
        }
        return behaviour instanceof Behaviour.Process process ? Stream.of(process.image()) : Stream.empty();
    }

    private static Stream<String> texts(Behaviour behaviour) {
        if (behaviour instanceof Behaviour.CommandLine command) {
            return Stream.of(command.commandLine());
        }
        if (behaviour instanceof Behaviour.FilePath file) {
            return Stream.of(file.path());
        }
        if (behaviour instanceof Behaviour.RegistryValue value) {
            return Stream.concat(Stream.of(value.path()), value.data().stream());
        }
        if (behaviour instanceof Behaviour.Service service) {
            return Stream.of(service.name());
        }
        if (behaviour instanceof Behaviour.ScheduledTask task) {
            return Stream.of(task.name());
        }
        if (behaviour instanceof Behaviour.Operation operation) {
            return Stream.of(operation.name());
        }
        if (behaviour instanceof Behaviour.Script script) {
            return script.fragments().stream();
        }
        return behaviour instanceof Behaviour.NamedPipe pipe ? Stream.of(pipe.name()) : Stream.empty();
    }

    private Hunt selected(Hunt hunt, TechniqueFinding technique, Quote behaviour) {
        Quote first = technique.quotes().get(0);
        List<Ground> grounds = new ArrayList<>();
        grounds.add(new Ground("technique", technique.technique().id(), first));
        grounds.add(new Ground("behaviour", HuntTexts.shortened(behaviour.text(), 80), behaviour));
        return new Hunt(
                hunt.id(),
                hunt.title(),
                hunt.description(),
                Hunt.Kind.CATALOGUE,
                hunt.logic(),
                hunt.severity(),
                hunt.confidence(),
                hunt.techniques(),
                grounds,
                Lists.joined(hunt.references(), ArticleHunts.references(article)),
                hunt.falsePositives(),
                hunt.timeToLive(),
                "The article shows " + technique.technique().id() + " ("
                        + technique.technique().name() + ") and says: "
                        + HuntTexts.shortened(words.around(behaviour, 60), 160));
    }
}
