package dev.harrier.hunt.compose;

import dev.harrier.article.Article;
import dev.harrier.assess.Assessment;
import dev.harrier.assess.Severity;
import dev.harrier.evidence.Evidence;
import dev.harrier.hunt.CanonicalText;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.Ground;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import dev.harrier.hunt.HuntTitle;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.NormalForm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes the hunts of one article out of clauses. */
final class ArticleHunts {
    private static final Duration INDICATOR_LIFE = Duration.ofDays(90);
    private static final Duration BEHAVIOUR_LIFE = Duration.ofDays(365);

    /** A table has to be installed and read beside the events: worth it in the place of more hunts than these. */
    private static final int MOST_BUCKETS = 4;

    private final Article article;
    private final Assessment assessment;
    private final Capacity capacity;
    private final ShownTechniques shown;

    ArticleHunts(Article article, Evidence evidence, Assessment assessment, Capacity capacity) {
        this.article = article;
        this.assessment = assessment;
        this.capacity = capacity;
        this.shown = new ShownTechniques(article, evidence, assessment);
    }

    /** Titles may still be the same. */
    List<Hunt> of(List<Clause> clauses) {
        Map<String, List<Clause>> byGroup = new TreeMap<>();
        distinct(clauses).forEach(c -> byGroup.merge(groupKey(c.group()), List.of(c), Lists::joined));
        List<Hunt> hunts = new ArrayList<>();
        byGroup.values().forEach(group -> hunts.addAll(ofGroup(group)));
        return hunts;
    }

    private static String groupKey(Group group) {
        return group.kind() + " " + group.events() + " " + group.name();
    }

    /** One clause per group and condition, the one with the first quote; by key, so that the article's order doesn't matter. */
    private static List<Clause> distinct(List<Clause> clauses) {
        Map<String, Clause> distinct = new LinkedHashMap<>();
        clauses.stream()
                .sorted(Comparator.comparing(Clause::key)
                        .thenComparing(c -> c.ground().quote()))
                .forEach(c -> distinct.putIfAbsent(groupKey(c.group()) + CanonicalText.of(c.condition()), c));
        return List.copyOf(distinct.values());
    }

    private List<Hunt> ofGroup(List<Clause> clauses) {
        List<Hunt> buckets = Buckets.of(clauses, this::hunt, capacity::carries);
        Hunt whole = hunt(Bucket.ALL, clauses);
        return buckets.size() > MOST_BUCKETS && capacity.carriesAsTable(whole) ? List.of(whole) : buckets;
    }

    private Hunt hunt(Bucket bucket, List<Clause> clauses) {
        Group group = clauses.get(0).group();
        Certainty certainty = Certainty.of(clauses);
        List<Ground> grounds = clauses.stream().map(Clause::ground).toList();
        Condition condition =
                new Condition.Any(clauses.stream().map(Clause::condition).toList());
        return new Hunt(
                HuntId.derived(
                        Story.of(article), group.kind().word(), group.events().category(), group.name(), bucket.word()),
                title(group, bucket),
                description(group, certainty),
                group.kind(),
                new Logic.Detection(group.events(), group.source(), NormalForm.of(condition)),
                certainty.severity(paper()),
                certainty.confidence(),
                shown.by(clauses),
                grounds,
                references(article),
                List.of(falsePositive(group)),
                Optional.of(life(group.kind())),
                "the article names " + clauses.size() + (clauses.size() == 1 ? " thing" : " things")
                        + " that can be looked for in "
                        + (group.events() == EventKind.OTHER
                                ? group.source().toString()
                                : group.events().words())
                        + " events");
    }

    /** Of a bucket, its place among all of its size, so that no other bucket's title depends on it. */
    private String title(Group group, Bucket bucket) {
        String words = group.subject() + ": " + name();
        return bucket.equals(Bucket.ALL)
                ? HuntTitle.of(words)
                : HuntTitle.part(words, bucket.number() + 1, 1 << bucket.bits());
    }

    private String name() {
        return article.title().isBlank() ? article.id() : article.title();
    }

    private String description(Group group, Certainty certainty) {
        return HuntTexts.plain(group.subject() + " that the article \"" + name() + "\" names. Confidence "
                + certainty.confidence().word() + ": " + certainty.argument() + "." + certainty.lowering(paper()));
    }

    private Severity paper() {
        return assessment.severity().level();
    }

    private static Duration life(Hunt.Kind kind) {
        return kind == Hunt.Kind.INDICATOR ? INDICATOR_LIFE : BEHAVIOUR_LIFE;
    }

    private static String falsePositive(Group group) {
        if (group.kind() == Hunt.Kind.EXPOSURE) {
            return "Fixes that a distributor took over into an older version number";
        }
        return group.kind() == Hunt.Kind.INDICATOR
                ? "Security staff, scanners and sandboxes that look the indicator up"
                : "Software or staff that happen to use the same names or options";
    }

    static List<String> references(Article article) {
        return List.of(article.url().map(Object::toString).orElse(article.id()));
    }
}
