package dev.harrier.dist.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** A test case of another extractor: what it expects of a text. */
record PeerCase(int number, String input, Set<Observable> wanted, Set<String> kinds) {
    static List<PeerCase> read() throws IOException {
        List<PeerCase> cases = new ArrayList<>();
        for (JsonNode row : SharedCorpus.rows("ioc/cases.jsonl")) {
            cases.add(of(cases.size(), row));
        }
        return cases;
    }

    private static PeerCase of(int number, JsonNode row) {
        Set<Observable> wanted = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        row.path("expected").forEach(expectation -> {
            Observable value = Observable.of(expectation);
            kinds.add(value.kind());
            if (value.isScored()) {
                wanted.add(value);
            }
        });
        return new PeerCase(number, row.path("input").asText(), wanted, kinds);
    }

    /** Which text it is, without the text. */
    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(input.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** As {@code score.py cases} has it: of the kinds expected, exactly the expected values; with none expected, nothing at all. */
    boolean agrees() {
        return agreesWith(Extracted.of(input).found());
    }

    /** Whether it agrees once what was dropped as benign counts as found. */
    boolean agreesButForBenign() {
        Extracted extracted = Extracted.of(input);
        Set<Observable> found = new HashSet<>(extracted.benign());
        found.retainAll(wanted);
        found.addAll(extracted.found());
        return agreesWith(found);
    }

    private boolean agreesWith(Set<Observable> found) {
        Set<Observable> relevant = new HashSet<>(found);
        relevant.removeIf(v -> !v.isScored() || !(kinds.isEmpty() || kinds.contains(v.kind())));
        return relevant.equals(wanted);
    }
}
