package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LookupTable;
import dev.harrier.dialect.NativeText;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.QueryLimit;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Renders hunts: the first table of the profile's families that can say a hunt exactly, says it. */
final class KqlRenderer {
    /** What a Sentinel analytics rule may hold. */
    static final QueryLimit LIMIT =
            new QueryLimit(10_000, "learn.microsoft.com/azure/sentinel/scheduled-rules-overview");

    /** What stands in a native query for the column of an event's time, which Sentinel and Defender call by different names. */
    private static final String TIME = "{{TIME}}";

    private KqlRenderer() {}

    static Rendering render(Hunt hunt, Profile profile) {
        return hunt.logic() instanceof Logic.NativeQuery query
                ? within(written(query, profile))
                : render((Logic.Detection) hunt.logic(), profile);
    }

    /** The shortest text, also where it is longer than a rule may be. */
    static Rendering atAnyLength(Hunt hunt, Profile profile) {
        return hunt.logic() instanceof Logic.NativeQuery query
                ? written(query, profile)
                : first(
                        (Logic.Detection) hunt.logic(),
                        profile,
                        mapping -> attempt((Logic.Detection) hunt.logic(), mapping, profile, false));
    }

    /** A text that doesn't name the time so was written for Sentinel's own tables, which Defender doesn't have. */
    private static Rendering written(Logic.NativeQuery query, Profile profile) {
        String time = profile.option("time", "TimeGenerated");
        try {
            String text = NativeText.of(query, "kql", KqlLiteral::of).orElse("");
            if (text.isEmpty()) {
                return new Rendering.Unsupported("nobody wrote this native query in KQL");
            }
            return time.equals("TimeGenerated") || text.contains(TIME)
                    ? new Rendering.Rendered(text.replace(TIME, time))
                    : new Rendering.Unsupported("the native query reads Sentinel's tables, not Defender's");
        } catch (UnsupportedInKqlException e) {
            return new Rendering.Unsupported(e.getMessage());
        }
    }

    static Rendering render(Logic.Detection detection, Profile profile) {
        Rendering rendering = first(detection, profile, mapping -> over(detection, mapping, profile));
        return rendering instanceof Rendering.Unsupported no
                ? new Rendering.Unsupported(no.reason()
                        + new OtherFamilies(detection, profile, (mapping, other) -> over(detection, mapping, other))
                                .wayOut())
                : rendering;
    }

    private static Rendering over(Logic.Detection detection, TableMapping mapping, Profile profile) {
        Rendering withTerms = within(attempt(detection, mapping, profile, true));
        return withTerms instanceof Rendering.Rendered ? withTerms : shorter(detection, mapping, profile);
    }

    private static Rendering shorter(Logic.Detection detection, TableMapping mapping, Profile profile) {
        Rendering plain = within(attempt(detection, mapping, profile, false));
        return plain instanceof Rendering.Rendered || !KqlDialect.lookups(profile)
                ? plain
                : within(attempt(detection, mapping, profile, KqlLists.inWatchlists()));
    }

    private static Rendering first(Logic.Detection detection, Profile profile, Function<TableMapping, Rendering> over) {
        List<String> reasons = new ArrayList<>();
        for (TableMapping mapping : KqlTables.of(detection, profile)) {
            Rendering rendering = over.apply(mapping);
            if (rendering instanceof Rendering.Unsupported no) {
                reasons.add(no.reason());
            } else {
                return rendering;
            }
        }
        return new Rendering.Unsupported(
                reasons.isEmpty()
                        ? holdNone(detection, profile)
                        : String.join("; ", reasons.stream().distinct().toList()));
    }

    private static String holdNone(Logic.Detection detection, Profile profile) {
        return "the tables of " + profile.option("tables", profile.name()) + " hold no " + detection.events()
                + " events";
    }

    /** The same, with the families that have some. */
    static String noTable(Logic.Detection detection, Profile profile) {
        List<String> others = KqlTables.FAMILIES.stream()
                .filter(f -> !KqlTables.of(detection, new Profile(f, Map.of())).isEmpty())
                .toList();
        return holdNone(detection, profile)
                + (others.isEmpty() ? "" : "; tables=" + String.join(" or tables=", others) + " does");
    }

    private static Rendering attempt(Logic.Detection detection, TableMapping mapping, Profile profile, boolean terms) {
        return said(() -> new Rendering.Rendered(new KqlText(detection, mapping, profile, terms).text()));
    }

    private static Rendering attempt(Logic.Detection detection, TableMapping mapping, Profile profile, KqlLists lists) {
        return said(() -> {
            String text = new KqlText(detection, mapping, profile, false, lists).text();
            return lists.tables().stream().allMatch(LookupTable::isCarried)
                    ? new Rendering.Rendered(text, lists.tables())
                    : new Rendering.Unsupported(
                            "a watchlist of ours holds " + LookupTable.LARGEST + " characters at most: split the hunt");
        });
    }

    private static Rendering said(Supplier<Rendering> text) {
        try {
            return text.get();
        } catch (UnsupportedInKqlException e) {
            return new Rendering.Unsupported(e.getMessage());
        }
    }

    /** What a rule may hold, as it is; a longer text as unsupported. */
    static Rendering within(Rendering rendering) {
        return rendering instanceof Rendering.Rendered rendered
                        && rendered.text().length() > LIMIT.characters()
                ? new Rendering.Unsupported("the query has " + rendered.text().length() + " characters, Sentinel takes "
                        + LIMIT.characters()
                        + ": split the hunt, or keep its values in a watchlist (generate --lookups)")
                : rendering;
    }
}
