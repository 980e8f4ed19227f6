package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The three steps of context for one article: is it an observable, is it benign here, may it be hunted. Looks no further than a line. */
final class Judge {
    private static final int SENTENCE_REACH = 160;
    private static final int LONGEST_SCHEME = 5;

    private final Article article;
    private final RefangedText text;
    private final Findings findings;
    private final Allowlist allowlist;
    private final List<Section.Start> sections;
    private final String ownSite;
    private final String ownName;

    Judge(Article article, RefangedText text, Findings findings, Allowlist allowlist) {
        this.article = article;
        this.text = text;
        this.findings = findings;
        this.allowlist = allowlist;
        this.sections = Section.of(article);
        this.ownSite = article.url()
                .map(URI::getHost)
                .map(h -> h.toLowerCase(Locale.ROOT))
                .map(Suffixes::registered)
                .orElse("");
        this.ownName = article.source()
                .map(s -> s.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""))
                .orElse("");
    }

    /** What is known of a value wherever it stands; the same for every place of an article, so asked for once. */
    KnownValue known(Candidate candidate) {
        return KnownValue.of(candidate.type(), candidate.value(), allowlist, this::isOwn);
    }

    /** @param known of this candidate's value */
    Decision judge(Candidate candidate, KnownValue known) {
        if (!candidate.reason().isEmpty()) {
            return Decision.drop(candidate.reason());
        }
        if (!known.shape().isEmpty()) {
            return Decision.drop(known.shape());
        }
        int at = text.original(candidate.start());
        Optional<Block> block = article.blockAt(at);
        if (block.isPresent()
                && block.get().kind() == Block.Kind.BOILERPLATE
                && candidate.type() != IndicatorType.CVE) {
            return Decision.drop("benign: navigation, byline or footer");
        }
        String benign = benign(candidate, known, at);
        if (benign.isEmpty()) {
            return huntable(candidate, known, block, at);
        }
        return listed(candidate, block, at, benign)
                ? Decision.keep("listed as an indicator, never hunted: " + benign)
                : Decision.drop(benign);
    }

    /** Whether the author lists a benign party's host among the indicators: abused, so kept; still too common to hunt. */
    private boolean listed(Candidate candidate, Optional<Block> block, int at, String benign) {
        boolean host = candidate.type() == IndicatorType.DOMAIN || candidate.type() == IndicatorType.URL;
        boolean list = block.isPresent()
                && (block.get().kind() == Block.Kind.LIST || block.get().kind() == Block.Kind.TABLE);
        return host
                && list
                && benign.equals("benign: vendor")
                && Section.at(sections, at) == Section.INDICATORS
                && !isLinkTarget(candidate);
    }

    private String benign(Candidate candidate, KnownValue known, int at) {
        if (!known.fangedBenign().isEmpty() && !isDefanged(candidate)) {
            return known.fangedBenign();
        }
        if (!known.benign().isEmpty()) {
            return known.benign();
        }
        return known.mayBeReference() ? reference(candidate, at) : "";
    }

    private boolean isOwn(String host) {
        if (ownSite.isEmpty() && ownName.length() < 4) {
            return false;
        }
        String registered = Suffixes.registered(host);
        return registered.equals(ownSite) || (ownName.length() >= 4 && registered.startsWith(ownName + "."));
    }

    private String reference(Candidate candidate, int at) {
        if (isDefanged(candidate)) {
            return "";
        }
        if (Section.at(sections, at) == Section.REFERENCES) {
            return "benign: in the list of references";
        }
        return isLinkTarget(candidate) ? "benign: a reference link" : "";
    }

    /** Markdown's {@code [words](url)} and AsciiDoc's {@code url[words]}, unless the words are the address itself. */
    private boolean isLinkTarget(Candidate candidate) {
        int start = candidate.start();
        int from = start;
        while (from > start - 64 && !Characters.isSpace(text.at(from - 1)) && text.at(from - 1) != '(') {
            from--;
        }
        if (text.at(from - 1) == '(' && text.at(from - 2) == ']') {
            char before = text.at(from - 3);
            return !(Characters.isWord(before) || before == '/' || before == '`') || !namesHost(candidate, from - 3);
        }
        return candidate.type() == IndicatorType.URL
                && text.at(candidate.end()) == '['
                && Characters.isLetter(text.at(candidate.end() + 1));
    }

    private boolean namesHost(Candidate candidate, int wordsEnd) {
        String host = Hosts.of(candidate.type(), candidate.value());
        for (int i = wordsEnd; i > wordsEnd - 200 && text.at(i) != '[' && text.at(i) != '\n'; i--) {
            if (text.matches(i, host)) {
                return true;
            }
        }
        return false;
    }

    private Decision huntable(Candidate candidate, KnownValue known, Optional<Block> block, int at) {
        if (!known.neverHunted().isEmpty()) {
            return Decision.keep(known.neverHunted());
        }
        if (isDefanged(candidate)) {
            return Decision.hunt("defanged");
        }
        if (Section.at(sections, at) == Section.INDICATORS && fitsSection(candidate, block)) {
            return Decision.hunt("in an indicator section");
        }
        return byWords(candidate, block);
    }

    /** Whether it was written defanged, or stands behind a scheme that was. */
    private boolean isDefanged(Candidate candidate) {
        boolean behindScheme = text.at(candidate.start() - 1) == '/' && text.at(candidate.start() - 2) == '/';
        int from = behindScheme ? candidate.start() - LONGEST_SCHEME - 3 : candidate.start();
        return text.isDefanged(from, candidate.end());
    }

    /** A package or image takes more: the words for malware stand beside those that malware merely uses. */
    private static boolean isPackage(Candidate candidate) {
        return candidate.type() == IndicatorType.PACKAGE || candidate.type() == IndicatorType.CONTAINER_IMAGE;
    }

    private static boolean fitsSection(Candidate candidate, Optional<Block> block) {
        boolean prose = block.isEmpty() || block.get().kind() == Block.Kind.PROSE;
        if (isPackage(candidate)) {
            return !prose;
        }
        return !prose || block.isEmpty() || block.get().end() - block.get().start() < 400;
    }

    private Decision byWords(Candidate candidate, Optional<Block> block) {
        if (findings.isHarmful(candidate.start())) {
            return Decision.hunt("called malicious by its sentence, or by what leads to its list");
        }
        if (!isPackage(candidate) && saidToBeMalicious(candidate)) {
            return Decision.hunt("said to be malicious in the same sentence");
        }
        boolean hash = candidate.type().isHash()
                || candidate.type() == IndicatorType.SHA512
                || candidate.type() == IndicatorType.IMPHASH;
        if (hash
                && block.isPresent()
                && (block.get().kind() == Block.Kind.TABLE || block.get().kind() == Block.Kind.LIST)) {
            return Decision.hunt("a hash in a list or table");
        }
        return Decision.keep("only mentioned: neither defanged, nor in an indicator section, nor said to be malicious");
    }

    /** Most candidates have no cue within reach of a sentence at all; only the others are worth looking for its ends. */
    private boolean saidToBeMalicious(Candidate candidate) {
        int start = candidate.start();
        int end = candidate.end();
        return findings.hasCue(Cue.MALICIOUS, start - SENTENCE_REACH, end + SENTENCE_REACH)
                && findings.hasCue(Cue.MALICIOUS, lineStart(start), lineEnd(end));
    }

    private int lineStart(int from) {
        int i = from;
        while (i > 0 && i > from - SENTENCE_REACH && text.chars[i - 1] != '\n' && !sentenceEnd(i - 1)) {
            i--;
        }
        return i;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < text.length && i < from + SENTENCE_REACH && text.chars[i] != '\n' && !sentenceEnd(i)) {
            i++;
        }
        return i;
    }

    private boolean sentenceEnd(int at) {
        return text.chars[at] == '.' && text.at(at + 1) == ' ' && Characters.isUpper(text.at(at + 2));
    }
}
