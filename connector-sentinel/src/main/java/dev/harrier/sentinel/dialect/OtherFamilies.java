package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Logic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Which setting would let a hunt be said that the chosen tables can't say: found by saying it with each other family. */
final class OtherFamilies {
    private final Logic.Detection detection;
    private final Profile profile;
    private final BiFunction<TableMapping, Profile, Rendering> over;

    /** @param over how a detection is said over one table */
    OtherFamilies(Logic.Detection detection, Profile profile, BiFunction<TableMapping, Profile, Rendering> over) {
        this.detection = detection;
        this.profile = profile;
        this.over = over;
    }

    /** What to append to a reason; empty if no setting helps, as in Defender's export, which has no other tables. */
    String wayOut() {
        if (KqlDialect.export(profile)) {
            return "";
        }
        List<String> ways = new ArrayList<>();
        List<String> chosen = KqlTables.families(profile);
        KqlTables.FAMILIES.stream().filter(family -> !chosen.contains(family)).forEach(family -> table(family)
                .ifPresent(
                        table -> ways.add("tables=" + String.join(",", chosen) + "," + family + " does, by " + table)));
        return ways.isEmpty() ? "" : "; the setting " + String.join(", or ", ways);
    }

    private Optional<String> table(String family) {
        Map<String, String> options = new TreeMap<>(profile.options());
        options.put("tables", family);
        Profile other = new Profile(profile.name(), options);
        return KqlTables.of(detection, other).stream()
                .filter(mapping -> over.apply(mapping, other) instanceof Rendering.Rendered)
                .map(TableMapping::table)
                .findFirst();
    }
}
