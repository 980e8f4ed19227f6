package dev.harrier.hunt.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.hunt.sigma.SigmaReader;
import dev.harrier.hunt.sigma.SigmaRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Hunts that evidence selects. Immutable and thread-safe. */
public final class Catalogue {
    private final List<CatalogueEntry> entries;

    private Catalogue(List<CatalogueEntry> entries) {
        this.entries = List.copyOf(entries);
    }

    /** The hunts that ship with Harrier, read once. */
    public static Catalogue shipped() {
        return Shipped.CATALOGUE;
    }

    /** Of rules; unsupported ones are left out, and of rules with one id the last counts. */
    public static Catalogue of(List<SigmaRule> rules) {
        Map<Object, SigmaRule> byId = new LinkedHashMap<>();
        rules.stream().filter(r -> r.logic().isPresent()).forEach(r -> byId.put(r.id(), r));
        return new Catalogue(byId.values().stream()
                .sorted(Comparator.comparing(SigmaRule::id))
                .map(CatalogueEntry::of)
                .toList());
    }

    /** This catalogue and more rules; one with the id of an entry takes its place, and unsupported ones are left out. */
    public Catalogue with(List<SigmaRule> rules) {
        return of(Stream.concat(entries.stream().map(CatalogueEntry::rule), rules.stream())
                .toList());
    }

    /** All entries, by id. */
    public List<CatalogueEntry> entries() {
        return entries;
    }

    private static final class Shipped {
        static final Catalogue CATALOGUE = of(text("index.txt")
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .flatMap(Shipped::rules)
                .toList());

        private static Stream<SigmaRule> rules(String name) {
            return SigmaReader.read(text(name + ".yml"), name + ".yml").stream();
        }

        private static String text(String file) {
            try (InputStream in = Catalogue.class.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException("the catalogue lacks " + file);
                }
                return new String(in.readAllBytes(), UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
