package dev.harrier.splunk;

import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.HuntId;
import dev.harrier.measure.Window;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What there is for a hunt's own text to search: the events of its kind, or, where it looks for them elsewhere than the question for
 * the kind does (raw events beside a data model, or a kind that nobody asks for), those that its first terms name. Thread-safe.
 */
final class SearchedEvents {
    private final Dialect dialect;
    private final Profile profile;
    private final Sources sources;

    SearchedEvents(Dialect dialect, Profile profile, Sources sources) {
        this.dialect = dialect;
        this.profile = profile;
        this.sources = sources;
    }

    /** The terms that tell a hunt's ground; empty where it is all of its kind. */
    Optional<IndexedTerms> terms(Deployment deployment) {
        EventKind kind = deployment.hunt().logic().kind();
        boolean asKind = dialect.coverage(kind, profile)
                .filter(search -> asksModels(search) == asksModels(deployment.text()))
                .isPresent();
        return asKind ? Optional.empty() : IndexedTerms.of(deployment.text());
    }

    /** Why a hunt is blind though events of its kind are there, if it is. */
    Optional<String> silent(Deployment deployment, Window window) {
        Optional<IndexedTerms> terms = terms(deployment);
        if (terms.isPresent()) {
            return sources.of(terms.get(), window).events() == 0
                    ? Optional.of(noEvents(terms.get()))
                    : Optional.empty();
        }
        return asksModels(deployment.text()) ? sources.silent(deployment, window) : Optional.empty();
    }

    /** Hunts that are blind for want of their own source, with the reason. */
    Map<HuntId, String> silent(List<Deployment> deployments, Window window) {
        Map<HuntId, String> blind = new TreeMap<>();
        deployments.forEach(deployment -> silent(deployment, window)
                .ifPresent(why -> blind.put(deployment.hunt().id(), why)));
        return blind;
    }

    static String noEvents(IndexedTerms terms) {
        return "no events of " + terms.source() + " are there to be searched";
    }

    static boolean asksModels(String text) {
        return text.contains("datamodel=");
    }
}
