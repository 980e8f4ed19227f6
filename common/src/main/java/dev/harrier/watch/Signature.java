package dev.harrier.watch;

import static java.util.Objects.requireNonNull;

import dev.harrier.article.Article;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.IndicatorType;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What two articles are compared by. Immutable.
 *
 * @param sketch of the words
 * @param indicators the huntable ones that belong to one campaign (addresses, names, hashes; no CVE and no file name), as type and value
 * @param published the date that the article bears
 */
record Signature(Sketch sketch, SortedSet<String> indicators, Optional<LocalDate> published) {
    private static final Set<IndicatorType> OWN = EnumSet.of(
            IndicatorType.IPV4,
            IndicatorType.IPV6,
            IndicatorType.DOMAIN,
            IndicatorType.URL,
            IndicatorType.EMAIL,
            IndicatorType.MD5,
            IndicatorType.SHA1,
            IndicatorType.SHA256,
            IndicatorType.SHA512,
            IndicatorType.WALLET);

    Signature {
        requireNonNull(sketch, "sketch is null");
        indicators = Collections.unmodifiableSortedSet(new TreeSet<>(indicators));
        requireNonNull(published, "published is null");
    }

    static Signature of(Article article, Evidence evidence) {
        TreeSet<String> own = evidence.indicators().stream()
                .filter(Indicator::huntable)
                .filter(indicator -> OWN.contains(indicator.type()))
                .map(indicator -> indicator.type().word() + " " + indicator.value())
                .collect(Collectors.toCollection(TreeSet::new));
        return new Signature(Sketch.of(article.text()), own, article.published());
    }

    long shared(Signature other) {
        Set<String> few = indicators.size() <= other.indicators.size() ? indicators : other.indicators;
        Set<String> many = indicators.size() <= other.indicators.size() ? other.indicators : indicators;
        return few.stream().filter(many::contains).count();
    }

    /** The share of the shorter list that the longer one has too; 0 where one is empty. */
    double overlap(Signature other) {
        int least = Math.min(indicators.size(), other.indicators.size());
        return least == 0 ? 0 : (double) shared(other) / least;
    }
}
