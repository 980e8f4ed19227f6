package dev.harrier.evidence;

import dev.harrier.article.Article;
import dev.harrier.article.Block;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The three steps of context for one article: is it an observable, is it benign here, may it be hunted. Looks no further than a line. */
final class Judge {
    private static final int SENTENCE_REACH = 160;
    private static final int LONGEST_SCHEME = 5;
    private static final Set<String> FREE_MAIL = Set.of("outlook.com", "live.com", "msn.com", "icloud.com");

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

    Decision judge(Candidate candidate) {
        if (!candidate.reason().isEmpty()) {
            return Decision.drop(candidate.reason());
        }
        String shape = FileShape.reasonAgainst(candidate.type(), candidate.value());
        if (!shape.isEmpty()) {
            return Decision.drop(shape);
        }
        int at = text.original(candidate.start());
        Optional<Block> block = article.blockAt(at);
        if (block.isPresent()
                && block.get().kind() == Block.Kind.BOILERPLATE
                && candidate.type() != IndicatorType.CVE) {
            return Decision.drop("benign: navigation, byline or footer");
        }
        String benign = benign(candidate, at);
        if (benign.isEmpty()) {
            return huntable(candidate, block, at);
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

    private String benign(Candidate candidate, int at) {
        return allowlist
                .origin(candidate.type(), candidate.value())
                .map(origin -> "site allow-list: " + origin)
                .orElseGet(() -> benignToAll(candidate, at));
    }

    private String benignToAll(Candidate candidate, int at) {
        return switch (candidate.type()) {
            case IPV4, IPV6 -> address(candidate.value());
            case CIDR ->
                address(candidate.value().substring(0, candidate.value().indexOf('/')));
            case DOMAIN -> domain(candidate.value(), candidate, at);
            case URL -> url(candidate, at);
            case EMAIL -> email(candidate.value());
            case FILENAME ->
                BenignFacts.isCommonFile(candidate.value().toLowerCase(Locale.ROOT))
                        ? "benign: a program or file found everywhere"
                        : "";
            default -> "";
        };
    }

    private static String address(String value) {
        String reserved = Addresses.reservedAs(value);
        if (!reserved.isEmpty()) {
            return "benign: " + reserved + " address";
        }
        return BenignFacts.isResolver(value) ? "benign: well-known resolver" : "";
    }

    private String domain(String host, Candidate candidate, int at) {
        String known = BenignFacts.domain(host);
        if (!known.isEmpty()) {
            return "benign: " + known;
        }
        if (isOwn(host)) {
            return "benign: the publisher's own site";
        }
        if (Suffixes.isPublic(host)) {
            return "not a domain: a public suffix";
        }
        return reference(candidate, at);
    }

    private String url(Candidate candidate, int at) {
        String host = Hosts.of(IndicatorType.URL, candidate.value());
        if (Hosts.isAddress4(host) || host.indexOf(':') >= 0) {
            return address(host);
        }
        boolean defanged = isDefanged(candidate);
        String known = BenignFacts.domain(host);
        if (!known.isEmpty() && !defanged && !isAccountOf(known, candidate.value())) {
            return "benign: " + known;
        }
        return isOwn(host) ? "benign: the publisher's own site" : reference(candidate, at);
    }

    private String email(String value) {
        String host = Hosts.of(IndicatorType.EMAIL, value);
        if (Hosts.isAddress4(host)) {
            return address(host);
        }
        String known = BenignFacts.domain(host);
        boolean contact = known.equals("security publisher")
                || (known.equals("vendor") && !FREE_MAIL.contains(Suffixes.registered(host)));
        return contact || isOwn(host) ? "benign: a contact address" : "";
    }

    /** A page of somebody's on a public service or a code host is what its author says it is, not what the service is. */
    private static boolean isAccountOf(String kind, String url) {
        int path = url.indexOf('/', url.indexOf("://") + 3);
        return (kind.equals("public service") || kind.equals("code hosting")) && path > 0 && path + 1 < url.length();
    }

    private boolean isOwn(String host) {
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

    private Decision huntable(Candidate candidate, Optional<Block> block, int at) {
        String host = Hosts.of(candidate.type(), candidate.value());
        if (BenignFacts.isReservedName(host)) {
            return Decision.keep("never hunted: a name reserved for documentation");
        }
        if (HostShape.isFalseOnion(host)) {
            return Decision.keep("never hunted: no onion service can have this name");
        }
        if (candidate.type() == IndicatorType.DOMAIN && BenignFacts.isShared(host)) {
            return Decision.keep("never hunted as a bare domain: infrastructure that many share");
        }
        String everywhere = FileShape.whyNeverHunted(candidate.type(), candidate.value());
        if (!everywhere.isEmpty()) {
            return Decision.keep(everywhere);
        }
        if (isDefanged(candidate)) {
            return Decision.hunt("defanged");
        }
        if (Section.at(sections, at) == Section.INDICATORS && fitsSection(block)) {
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

    private static boolean fitsSection(Optional<Block> block) {
        return block.isEmpty()
                || block.get().kind() != Block.Kind.PROSE
                || block.get().end() - block.get().start() < 400;
    }

    private Decision byWords(Candidate candidate, Optional<Block> block) {
        int lineStart = lineStart(candidate.start());
        if (findings.hasCue(Cue.MALICIOUS, lineStart, lineEnd(candidate.end()))) {
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
