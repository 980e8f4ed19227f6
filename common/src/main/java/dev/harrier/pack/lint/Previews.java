package dev.harrier.pack.lint;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.hunt.yaml.YamlMark;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The query files beside the rules of a pack, by where {@link ConnectorProvider#export} puts them. */
final class Previews {
    private final Map<Path, Source> byPath = new HashMap<>();
    private final Set<String> stems = new HashSet<>();
    private final Set<Path> packs = new HashSet<>();
    private final Remarks remarks;

    Previews(List<Source> queries, Remarks remarks) {
        queries.forEach(query -> byPath.put(absolute(query.path()), query));
        this.remarks = remarks;
    }

    /** The preview of a rule for one SIEM, if the pack has one. */
    Optional<Source> of(RuleSource rule, ConnectorProvider connector) {
        Optional<Path> pack = pack(rule.source().path());
        String stem = rule.rule().toHunt().fileName();
        pack.ifPresent(packs::add);
        stems.add(stem);
        return pack.map(folder -> byPath.get(folder.resolve(connector.name())
                .resolve(stem + "." + connector.dialect().name())));
    }

    /** A rule {@code PACK/hunts/x.yml} is of the pack {@code PACK}. */
    private static Optional<Path> pack(Path rule) {
        return Optional.ofNullable(absolute(rule).getParent())
                .filter(folder -> folder.endsWith("hunts"))
                .map(Path::getParent);
    }

    /** Says which query files of a pack no rule of it makes. */
    void orphans() {
        byPath.forEach((path, source) -> {
            String name = path.getFileName().toString();
            boolean ours = packs.stream().anyMatch(path::startsWith);
            if (ours && !stems.contains(name.substring(0, Math.max(0, name.lastIndexOf('.'))))) {
                remarks.add(source, HuntCheck.HUNT020.at(YamlMark.START, "no rule of this pack makes it"));
            }
        });
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
