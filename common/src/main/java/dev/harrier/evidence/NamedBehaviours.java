package dev.harrier.evidence;

import dev.harrier.article.Article;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Behaviours that an indicator already names: paths, registry values with their data, services, tasks, pipes, user agents. */
final class NamedBehaviours {
    private static final Set<String> SYSTEM_FOLDERS = Set.of(
            "/dev/null",
            "/etc/passwd",
            "/bin/sh",
            "/bin/bash",
            "/usr/bin",
            "/usr/local/bin",
            "/tmp",
            "/proc",
            "/usr/bin/env");
    private static final Pattern SERVICE_KEY =
            Pattern.compile("(?i).*\\\\(?:currentcontrolset|controlset00\\d)\\\\services\\\\([\\w.$-]+)(?:\\\\.*)?");

    private static final Pattern READ =
            Pattern.compile("(?i)\\breg(?:\\.exe)?\"? {1,4}(?:save|query|export) {1,4}\"?$");
    private static final int READ_REACH = 24;

    private final Article article;
    private final RefangedText text;
    private final Findings findings;
    private final Set<String> kept = new HashSet<>();
    private final RegistryData data;
    private final List<Behaviour> out;

    NamedBehaviours(
            Article article, RefangedText text, Findings findings, List<Indicator> indicators, List<Behaviour> out) {
        this.article = article;
        this.text = text;
        this.findings = findings;
        this.data = new RegistryData(article);
        this.out = out;
        indicators.forEach(i -> kept.add(i.type() + " " + i.value()));
    }

    /** Every place of every name that is an indicator: its first place may be advice, and a later one an attack. */
    void read() {
        for (Candidate candidate : findings.candidates) {
            if (candidate.type().ordinal() >= IndicatorType.JA3.ordinal()
                    && candidate.reason().isEmpty()
                    && kept.contains(candidate.type() + " " + candidate.value())) {
                named(candidate.type(), candidate.value(), IndicatorCollector.quote(article, text, candidate));
            }
        }
    }

    private void named(IndicatorType type, String value, Quote quote) {
        switch (type) {
            case FILEPATH -> path(value, quote);
            case REGISTRY -> registry(value, quote);
            case SERVICE -> out.add(new Behaviour.Service(value, quote));
            case TASK -> out.add(new Behaviour.ScheduledTask(value, quote));
            case PIPE -> out.add(new Behaviour.NamedPipe(value, quote));
            case USER_AGENT -> out.add(new Behaviour.UserAgent(value, quote));
            case JA3 -> out.add(new Behaviour.Network(Behaviour.Network.Trait.JA3, value, quote));
            default -> {
                // Not a behaviour: it stays an indicator.
            }
        }
    }

    private void path(String value, Quote quote) {
        boolean everywhere =
                !FileShape.whyNeverHunted(IndicatorType.FILEPATH, value).isEmpty();
        if (!everywhere && !SYSTEM_FOLDERS.contains(value)) {
            out.add(new Behaviour.FilePath(value, quote));
        }
    }

    /** What {@code reg save}, {@code reg query} and the like are given: a key that is looked at or copied, and not set. */
    private boolean isOnlyRead(int start) {
        Matcher read = READ.matcher(article.text());
        return read.region(Math.max(0, start - READ_REACH), start).find();
    }

    private void registry(String value, Quote quote) {
        if (isOnlyRead(quote.start())) {
            return;
        }
        Optional<RegistryData.Value> set = data.behind(quote.end());
        String path = set.map(s -> s.in(value)).orElse(value);
        Quote whole = set.map(s -> Quote.of(article, quote.start(), s.end())).orElse(quote);
        out.add(new Behaviour.RegistryValue(path, set.map(RegistryData.Value::data), whole));
        Matcher service = SERVICE_KEY.matcher(value);
        if (service.matches()) {
            out.add(new Behaviour.Service(service.group(1), quote));
        }
    }
}
