package dev.harrier.attack;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads the shipped tables: tab-separated, a header line, lists joined by {@code |}. */
final class AttackTables {
    private AttackTables() {}

    static List<Technique> techniques() {
        return rows("techniques.tsv").stream().map(AttackTables::technique).toList();
    }

    static List<KnownThreat> threats() {
        return rows("threats.tsv").stream()
                .map(cell -> new KnownThreat(cell[0], KnownThreat.Kind.valueOf(cell[1]), cell[2], list(cell[3])))
                .toList();
    }

    private static Technique technique(String[] cell) {
        List<Tactic> tactics = list(cell[2]).stream()
                .map(Tactic::byShortName)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        Optional<String> revokedBy = Optional.of(cell[5]).filter(id -> !id.isEmpty());
        return new Technique(cell[0], cell[1], tactics, list(cell[3]), cell[4].equals("deprecated"), revokedBy);
    }

    private static List<String> list(String joined) {
        return joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\\|"));
    }

    private static List<String[]> rows(String name) {
        try (InputStream in = AttackTables.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split("\t", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the shipped table " + name, e);
        }
    }
}
