package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.ConnectorException;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.TableMapping;
import dev.harrier.sentinel.azure.Arm;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which of our tables the workspace has, asked in one call: a rule over a table that isn't there can't be created. An account that may
 * not ask is none the wiser, and the service refuses such rules itself. Thread-safe.
 */
final class Tables {
    private static final Pattern WORD = Pattern.compile("\\b[A-Za-z_]\\w{0,100}+");

    private final Arm arm;
    private final Set<String> ours = new HashSet<>();
    private volatile Optional<Set<String>> there = Optional.empty();
    private volatile Optional<ConnectorException> refusal = Optional.empty();
    /** By query: a plan asks of each in both states, and again when all are known. */
    private final Map<String, SortedSet<String>> known = new ConcurrentHashMap<>();

    Tables(Arm arm, Dialect dialect, Profile profile) {
        this.arm = arm;
        dialect.tables(profile).stream().map(TableMapping::table).forEach(ours::add);
    }

    /** Asks. */
    void learn() {
        refusal = Optional.empty();
        try {
            there = Optional.of(names(arm.metadata())).filter(names -> !names.isEmpty());
        } catch (ConnectorException e) {
            there = Optional.empty();
            refusal = Optional.of(e);
        }
        known.clear();
    }

    /** Why nothing is known, if the workspace was asked and refused. */
    Optional<ConnectorException> refusal() {
        return refusal;
    }

    /** Those that a query reads and the workspace doesn't have; none as long as nothing is known. */
    SortedSet<String> missing(String query) {
        return known.computeIfAbsent(query, this::looked);
    }

    private SortedSet<String> looked(String query) {
        SortedSet<String> missing = new TreeSet<>();
        there.ifPresent(names -> {
            Matcher word = WORD.matcher(QueryText.withoutTexts(query));
            while (word.find()) {
                if (ours.contains(word.group()) && !names.contains(word.group())) {
                    missing.add(word.group());
                }
            }
        });
        return Collections.unmodifiableSortedSet(missing);
    }

    /** Ours that are there; empty as long as nothing is known. */
    Optional<SortedSet<String>> present() {
        return there.map(names -> {
            SortedSet<String> present = new TreeSet<>(ours);
            present.retainAll(names);
            return present;
        });
    }

    private static Set<String> names(JsonNode metadata) {
        Set<String> names = new HashSet<>();
        for (String kind : new String[] {"tables", "functions"}) {
            metadata.path(kind).forEach(each -> names.add(each.path("name").asText()));
        }
        return names;
    }
}
