package dev.harrier.dist.quality;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** All cases, those that agree, and those whose expectation is not shared. */
record PeerCases(List<PeerCase> all, List<PeerCase> failing, List<Unshared> unshared) {
    static PeerCases read() throws IOException {
        List<PeerCase> all = PeerCase.read();
        List<PeerCase> failing = new ArrayList<>(all);
        failing.removeIf(PeerCase::agrees);
        return new PeerCases(all, failing, Unshared.read());
    }

    int passed() {
        return all.size() - failing.size();
    }

    /** The share that agrees of the cases that are not listed. */
    double sharedRate() {
        int shared = all.size() - unshared.size();
        return (double) (shared - failingShared().size()) / shared;
    }

    /** Those that fail and have no reason to. */
    List<PeerCase> failingShared() {
        Set<Integer> listed = unshared.stream().map(Unshared::number).collect(Collectors.toSet());
        return failing.stream().filter(c -> !listed.contains(c.number())).toList();
    }
}
