package dev.harrier.assess;

import dev.harrier.article.Article;
import dev.harrier.attack.AttackCatalogue;
import dev.harrier.attack.KnownThreat;
import dev.harrier.evidence.Behaviour;
import dev.harrier.evidence.Evidence;
import dev.harrier.evidence.Indicator;
import dev.harrier.evidence.IndicatorType;
import dev.harrier.evidence.NamedThreat;
import dev.harrier.evidence.Quote;
import dev.harrier.evidence.TechniqueMention;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A plain stand-in for the extractor: defanged hosts, hashes, ATT&amp;CK names and ids, and commands between back quotes. */
final class PlainEvidence {
    private static final Map<IndicatorType, Pattern> TYPES = new LinkedHashMap<>();
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}.-]*");

    static {
        TYPES.put(IndicatorType.SHA256, Pattern.compile("\\b[0-9A-Fa-f]{64}\\b"));
        TYPES.put(IndicatorType.SHA1, Pattern.compile("\\b[0-9A-Fa-f]{40}\\b"));
        TYPES.put(IndicatorType.MD5, Pattern.compile("\\b[0-9A-Fa-f]{32}\\b"));
        TYPES.put(
                IndicatorType.IPV4,
                Pattern.compile("\\b\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}(?:\\[\\.\\]|\\(\\.\\))\\d{1,3}\\b"));
        TYPES.put(
                IndicatorType.DOMAIN, Pattern.compile("\\b[\\w-]+(?:(?:\\[\\.\\]|\\.)[\\w-]+)*\\[\\.\\][a-z]{2,}\\b"));
    }

    private PlainEvidence() {}

    static Evidence of(Article article) {
        return new Evidence(indicators(article), List.of(), behaviours(article), mentions(article), threats(article));
    }

    private static Stream<Quote> find(Article article, Pattern pattern) {
        return pattern.matcher(article.text()).results().map(m -> Quote.of(article, m.start(), m.end()));
    }

    private static List<Indicator> indicators(Article article) {
        List<Indicator> found = new ArrayList<>();
        TYPES.forEach((type, pattern) -> find(article, pattern)
                .forEach(quote -> found.add(new Indicator(
                        type, quote.text().replace("[.]", ".").toLowerCase(Locale.ROOT), quote, true, "as written"))));
        return found;
    }

    private static List<Behaviour> behaviours(Article article) {
        List<Behaviour> found = new ArrayList<>();
        find(article, Pattern.compile("(?<=`)[^`\\n]{4,300}(?=`)"))
                .filter(quote -> quote.text().matches("[\\w.-]+ .*"))
                .forEach(quote -> found.add(command(quote)));
        find(article, Pattern.compile("HK(?:CU|LM)\\\\[\\w\\\\ -]+"))
                .forEach(quote -> found.add(new Behaviour.RegistryValue(quote.text(), Optional.empty(), quote)));
        return found;
    }

    private static Behaviour command(Quote quote) {
        String program = quote.text().split(" ")[0].toLowerCase(Locale.ROOT);
        return new Behaviour.CommandLine(program, quote.text(), List.of(), quote);
    }

    private static List<TechniqueMention> mentions(Article article) {
        return find(article, Pattern.compile("\\bT\\d{4}(?:\\.\\d{3})?\\b"))
                .map(quote -> new TechniqueMention(quote.text(), quote))
                .toList();
    }

    private static List<NamedThreat> threats(Article article) {
        List<NamedThreat> found = new ArrayList<>();
        for (KnownThreat threat : AttackCatalogue.shipped().threats()) {
            Stream.concat(Stream.of(threat.name()), threat.aliases().stream())
                    .filter(name -> name.length() > 3 && NAME.matcher(name).lookingAt())
                    .flatMap(name -> first(article, name).stream())
                    .findFirst()
                    .ifPresent(quote -> found.add(new NamedThreat(
                            NamedThreat.Kind.valueOf(threat.kind().name()),
                            threat.name(),
                            Optional.of(threat.id()),
                            quote)));
        }
        return found;
    }

    private static Optional<Quote> first(Article article, String name) {
        int at = article.text().indexOf(name);
        if (at < 0) {
            return Optional.empty();
        }
        Optional<MatchResult> match = Pattern.compile("(?<![\\w])" + Pattern.quote(name) + "(?![\\w])")
                .matcher(article.text())
                .results()
                .findFirst();
        return match.map(m -> Quote.of(article, m.start(), m.end()));
    }
}
