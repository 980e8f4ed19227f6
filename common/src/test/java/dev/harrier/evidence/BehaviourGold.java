package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.ArticleReader;
import dev.harrier.attack.SharedFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Measures behaviours against {@code behaviour-gold.tsv}: what a reader took from 25 articles before anything was tuned. A fact is
 * right when its quote overlaps an item of its kind; an item is found when a fact of its kind overlaps one of its places.
 */
final class BehaviourGold {
    private static final Path ARTICLES = SharedFolder.find("corpus/articles");

    record Fact(String kind, int start, int end, String value) {}

    record Place(int start, int end) {
        boolean overlaps(Fact fact) {
            return fact.start() < end && start < fact.end();
        }
    }

    record Item(String kind, List<Place> places) {
        boolean isShownBy(Fact fact) {
            return fact.kind().equals(kind) && places.stream().anyMatch(p -> p.overlaps(fact));
        }
    }

    /** What came out for one kind. */
    static final class Tally {
        int right;
        int wrong;
        int found;
        int missed;

        double precision() {
            return right + wrong == 0 ? 1 : (double) right / (right + wrong);
        }

        double recall() {
            return found + missed == 0 ? 1 : (double) found / (found + missed);
        }

        @Override
        public String toString() {
            return String.format(
                    "P %.2f (%d/%d) R %.2f (%d/%d)",
                    precision(), right, right + wrong, recall(), found, found + missed);
        }
    }

    private final Map<String, Tally> tallies = new TreeMap<>();
    final List<String> errors = new ArrayList<>();

    static boolean isThere() {
        return Files.exists(ARTICLES);
    }

    static Evidence read(String article) {
        return new EvidenceExtractor().extract(article(article));
    }

    static Article article(String name) {
        try {
            return ArticleReader.read(name, Files.readAllBytes(ARTICLES.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, Tally> measure() {
        gold().forEach((article, items) -> compare(article, items, Facts.of(read(article))));
        return tallies;
    }

    private void compare(String article, List<Item> items, List<Fact> facts) {
        for (Fact fact : facts) {
            boolean right = items.stream().anyMatch(i -> i.isShownBy(fact));
            Tally tally = tallies.computeIfAbsent(fact.kind(), k -> new Tally());
            tally.right += right ? 1 : 0;
            tally.wrong += right ? 0 : 1;
            if (!right) {
                errors.add("extra " + fact.kind() + " " + article + " " + fact.value());
            }
        }
        for (Item item : items) {
            boolean found = facts.stream().anyMatch(item::isShownBy);
            Tally tally = tallies.computeIfAbsent(item.kind(), k -> new Tally());
            tally.found += found ? 1 : 0;
            tally.missed += found ? 0 : 1;
            if (!found) {
                errors.add("missed " + item.kind() + " " + article + " "
                        + item.places().get(0));
            }
        }
    }

    static Map<String, List<Item>> gold() {
        Map<String, Map<String, Item>> byArticle = new LinkedHashMap<>();
        for (String line : lines()) {
            String[] cells = line.split("\t");
            Map<String, Item> items = byArticle.computeIfAbsent(cells[0], k -> new LinkedHashMap<>());
            if (!cells[2].equals("-")) {
                items.computeIfAbsent(cells[1], k -> new Item(cells[2], new ArrayList<>()))
                        .places()
                        .add(new Place(Integer.parseInt(cells[3]), Integer.parseInt(cells[4])));
            }
        }
        Map<String, List<Item>> gold = new LinkedHashMap<>();
        byArticle.forEach((article, items) -> gold.put(article, List.copyOf(items.values())));
        return gold;
    }

    private static List<String> lines() {
        try (var in = BehaviourGold.class.getResourceAsStream("behaviour-gold.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Evidence as facts of the gold's kinds. Names of files and mutexes count when they may be hunted. */
    static final class Facts {
        private Facts() {}

        static List<Fact> of(Evidence evidence) {
            List<Fact> facts = new ArrayList<>();
            for (Behaviour b : evidence.behaviours()) {
                facts.add(fact(kind(b), b.quote()));
            }
            for (Vulnerability v : evidence.vulnerabilities()) {
                if (v.product().isPresent()) {
                    facts.add(fact("cve-product", v.quote()));
                }
            }
            for (Indicator i : evidence.indicators()) {
                boolean named = i.type() == IndicatorType.FILENAME || i.type() == IndicatorType.MUTEX;
                if (named && i.huntable()) {
                    facts.add(fact(i.type() == IndicatorType.MUTEX ? "mutex" : "file", i.quote()));
                }
            }
            return facts;
        }

        private static Fact fact(String kind, Quote quote) {
            return new Fact(kind, quote.start(), quote.end(), quote.text());
        }

        private static String kind(Behaviour behaviour) {
            if (behaviour instanceof Behaviour.Network n) {
                return Map.of(
                                Behaviour.Network.Trait.PORT, "port",
                                Behaviour.Network.Trait.URI_PATH, "uri",
                                Behaviour.Network.Trait.JA3, "ja3")
                        .get(n.trait());
            }
            return Map.of(
                            "FilePath", "path",
                            "RegistryValue", "registry",
                            "ScheduledTask", "task",
                            "NamedPipe", "pipe",
                            "ParentChild", "pair",
                            "CommandLine", "command")
                    .getOrDefault(
                            behaviour.getClass().getSimpleName(),
                            behaviour.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
        }
    }
}
