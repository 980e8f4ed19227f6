package dev.harrier.dist.quality;

import java.io.IOException;
import java.io.PrintStream;
import java.util.Locale;

/**
 * Measures the extraction of indicators on the shared corpus: agreement with labelled texts by the rules of its {@code score.py},
 * with bootstrap intervals (1,000 draws of the documents, fixed seed); recall of vendors' own lists; other extractors' cases; what
 * is hunted of articles about no threat. {@code scripts/bench evidence-quality} runs it.
 */
final class EvidenceQuality {
    private final PrintStream out;

    private EvidenceQuality(PrintStream out) {
        this.out = out;
    }

    /** Prints the measures. Exits 3 when there is no corpus. */
    public static void main(String[] arguments) throws IOException {
        if (!SharedCorpus.exists()) {
            System.err.println("no corpus at " + SharedCorpus.at("ioc"));
            System.exit(3);
        }
        new EvidenceQuality(System.out).print();
    }

    private void print() throws IOException {
        labelled("APTNER train", "ioc/aptner_train.jsonl");
        labelled("APTNER dev", "ioc/aptner_dev.jsonl");
        vendorLists();
        cases();
        nonThreat();
    }

    private void labelled(String title, String file) throws IOException {
        out.println(title);
        Score.of(file).lines().forEach(line -> out.println("  " + line));
    }

    private void vendorLists() throws IOException {
        Score score = Score.of("ioc/vendor_reports.jsonl");
        Tally all = score.all();
        out.printf(
                Locale.ROOT,
                "vendors' lists%n  ALL R %.3f (%d of %d)  R %s%n",
                all.recall(),
                all.right(),
                all.right() + all.missed(),
                score.interval(Tally::recall, Kind.values()));
    }

    private void cases() throws IOException {
        PeerCases cases = PeerCases.read();
        out.printf(
                Locale.ROOT,
                "peers' cases%n  agreeing %d/%d; not shared %d; of the others %.1f %%%n",
                cases.passed(),
                cases.all().size(),
                cases.unshared().size(),
                100 * cases.sharedRate());
        cases.failingShared().forEach(c -> out.println("  failing: case " + c.number() + " " + c.digest()));
    }

    private void nonThreat() throws IOException {
        NonThreat measured = NonThreat.read();
        out.printf(
                Locale.ROOT,
                "articles about no threat%n  huntable network indicators %d in %d: %.3f per article%n",
                measured.huntable().size(),
                measured.articles(),
                measured.perArticle());
        measured.huntable().forEach(line -> out.println("  " + line));
    }
}
