package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.NativeText;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Renders hunts: the first table of the profile's families that can say a hunt exactly, says it. */
final class KqlRenderer {
    /** What a Sentinel analytics rule may hold: learn.microsoft.com/azure/sentinel/scheduled-rules-overview. */
    static final int LONGEST = 10_000;

    /** What stands in a native query for the column of an event's time, which Sentinel and Defender call by different names. */
    private static final String TIME = "{{TIME}}";

    private KqlRenderer() {}

    static Rendering render(Hunt hunt, Profile profile) {
        return hunt.logic() instanceof Logic.NativeQuery query
                ? written(query, profile)
                : render((Logic.Detection) hunt.logic(), profile);
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
                    ? checked(text.replace(TIME, time))
                    : new Rendering.Unsupported("the native query reads Sentinel's tables, not Defender's");
        } catch (UnsupportedInKqlException e) {
            return new Rendering.Unsupported(e.getMessage());
        }
    }

    static Rendering render(Logic.Detection detection, Profile profile) {
        List<String> reasons = new ArrayList<>();
        for (TableMapping mapping : KqlTables.of(detection, profile)) {
            Rendering rendering = attempt(detection, mapping, profile);
            if (rendering instanceof Rendering.Unsupported no) {
                reasons.add(no.reason());
            } else {
                return rendering;
            }
        }
        return new Rendering.Unsupported(
                reasons.isEmpty()
                        ? noTable(detection, profile)
                        : String.join("; ", reasons.stream().distinct().toList()));
    }

    static String noTable(Logic.Detection detection, Profile profile) {
        List<String> others = KqlTables.FAMILIES.stream()
                .filter(f -> !KqlTables.of(detection, new Profile(f, Map.of())).isEmpty())
                .toList();
        return "the tables of " + profile.option("tables", profile.name()) + " hold no "
                + detection.events() + " events"
                + (others.isEmpty() ? "" : "; tables=" + String.join(" or tables=", others) + " does");
    }

    private static Rendering attempt(Logic.Detection detection, TableMapping mapping, Profile profile) {
        try {
            Optional<Rendering> withTerms = fitting(new KqlText(detection, mapping, profile, true).text());
            return withTerms.orElseGet(() -> checked(new KqlText(detection, mapping, profile, false).text()));
        } catch (UnsupportedInKqlException e) {
            return new Rendering.Unsupported(e.getMessage());
        }
    }

    private static Optional<Rendering> fitting(String text) {
        return text.length() > LONGEST ? Optional.empty() : Optional.of(new Rendering.Rendered(text));
    }

    static Rendering checked(String text) {
        return fitting(text)
                .orElseGet(() -> new Rendering.Unsupported("the query has " + text.length()
                        + " characters, Sentinel takes " + LONGEST + ": split the hunt"));
    }
}
