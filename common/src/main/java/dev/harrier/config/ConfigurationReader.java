package dev.harrier.config;

import dev.harrier.deploy.Marker;
import dev.harrier.hunt.yaml.MarkedReader;
import dev.harrier.hunt.yaml.MarkedYaml;
import dev.harrier.hunt.yaml.MarkedYamlException;
import dev.harrier.verdict.VerdictPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code harrier.yml}. Pure; what is wrong is said all at once. */
public final class ConfigurationReader {
    private static final List<String> KEYS =
            List.of("deployment", "packs", "history", "targets", "verdict", "validate", "promote", "allow");
    private static final Pattern DURATION = Pattern.compile("(\\d{1,5})([smhd])");

    private final Problems problems;

    private ConfigurationReader(String file) {
        this.problems = new Problems(file);
    }

    /**
     * Reads a configuration.
     *
     * @param yaml the file's text
     * @param file its name, for problems
     * @throws ConfigurationException with every problem
     */
    public static Configuration read(String yaml, String file) {
        return new ConfigurationReader(file).read(yaml);
    }

    private Configuration read(String yaml) {
        Configuration configuration = root(yaml)
                .map(fields -> Section.root(fields, KEYS, problems))
                .map(this::configuration)
                .orElse(Configuration.DEFAULT);
        problems.throwIfAny();
        return configuration;
    }

    private Optional<MarkedYaml.Fields> root(String yaml) {
        try {
            List<MarkedYaml> documents = MarkedReader.documents(yaml);
            if (documents.size() > 1) {
                problems.add(documents.get(1).mark(), "a configuration is one document");
            }
            Optional<MarkedYaml> first = documents.stream().findFirst();
            first.filter(document -> !(document instanceof MarkedYaml.Fields))
                    .filter(document -> document.text()
                            .filter(text -> text.value().isBlank())
                            .isEmpty())
                    .ifPresent(document ->
                            problems.add(document.mark(), "a configuration is a mapping of keys to values"));
            return first.filter(MarkedYaml.Fields.class::isInstance).map(MarkedYaml.Fields.class::cast);
        } catch (MarkedYamlException e) {
            problems.add(e.mark(), e.getMessage());
            return Optional.empty();
        }
    }

    private Configuration configuration(Section root) {
        Configuration none = Configuration.DEFAULT;
        String deployment = root.text("deployment").orElse(none.deployment());
        if (!Marker.isDeploymentName(deployment)) {
            root.wrong("deployment", "is not of letters, digits and . _ - (40 at most): " + deployment);
        }
        return new Configuration(
                deployment,
                root.text("packs").orElse(none.packs()),
                root.text("history").orElse(none.history()),
                root.anySection("targets")
                        .map(targets -> TargetReader.read(targets, problems))
                        .orElse(none.targets()),
                verdict(root),
                validation(root),
                promotion(root),
                root.anySection("allow").map(AllowReader::read).orElse(none.allow()));
    }

    private VerdictPolicy verdict(Section root) {
        VerdictPolicy base = VerdictPolicy.DEFAULT;
        List<String> keys = List.of(
                "spread-hosts",
                "noisy-hosts",
                "noisy-host-share",
                "noisy-day-share",
                "history-days",
                "burst-deviations",
                "burst-times",
                "reporting-share",
                "dispositions",
                "false-positive-share");
        return root.section("verdict", keys)
                .map(section -> checked(
                        root,
                        "verdict",
                        base,
                        () -> new VerdictPolicy(
                                section.number("spread-hosts").orElse(base.spreadHosts()),
                                section.number("noisy-hosts").orElse(base.noisyHosts()),
                                section.fraction("noisy-host-share").orElse(base.noisyHostShare()),
                                section.fraction("noisy-day-share").orElse(base.noisyDayShare()),
                                section.number("history-days").orElse(base.historyDays()),
                                section.fraction("burst-deviations").orElse(base.burstDeviations()),
                                section.fraction("burst-times").orElse(base.burstTimes()),
                                section.fraction("reporting-share").orElse(base.reportingShare()),
                                section.number("dispositions").orElse(base.dispositions()),
                                section.fraction("false-positive-share").orElse(base.falsePositiveShare()))))
                .orElse(base);
    }

    private ValidationConfiguration validation(Section root) {
        ValidationConfiguration base = ValidationConfiguration.DEFAULT;
        return root.section("validate", List.of("days", "backfill-days", "lag", "deadline", "fail-on"))
                .map(section -> checked(
                        root,
                        "validate",
                        base,
                        () -> new ValidationConfiguration(
                                section.number("days").orElse(base.days()),
                                section.number("backfill-days").orElse(base.backfillDays()),
                                duration(section, "lag").orElse(base.lag()),
                                duration(section, "deadline").orElse(base.deadline()),
                                section.texts("fail-on").isEmpty() ? base.failOn() : findings(section, "fail-on"))))
                .orElse(base);
    }

    private static List<Finding> findings(Section section, String key) {
        return section.texts(key).stream()
                .flatMap(word -> finding(section, key, word).stream())
                .toList();
    }

    private static Optional<Finding> finding(Section section, String key, String word) {
        Optional<Finding> found = Finding.of(word);
        if (found.isEmpty()) {
            section.wrong(
                    key,
                    "knows no " + word + "; did you mean "
                            + Finding.nearest(word).word() + "?");
        }
        return found;
    }

    private PromotionConfiguration promotion(Section root) {
        PromotionConfiguration base = PromotionConfiguration.DEFAULT;
        return root.section("promote", List.of("quiet-days", "most"))
                .map(section -> checked(
                        root,
                        "promote",
                        base,
                        () -> new PromotionConfiguration(
                                section.number("quiet-days").orElse(base.quietDays()),
                                section.number("most").orElse(base.most()))))
                .orElse(base);
    }

    private interface Made<T> {
        T make();
    }

    private static <T> T checked(Section root, String key, T base, Made<T> made) {
        try {
            return made.make();
        } catch (IllegalArgumentException e) {
            root.wrong(key, "makes no sense: " + e.getMessage());
            return base;
        }
    }

    private static Optional<Duration> duration(Section section, String key) {
        return section.value(key, "a time such as 30s, 15m, 2h or 1d", ConfigurationReader::duration);
    }

    /**
     * Reads {@code 30s}, {@code 15m}, {@code 2h} or {@code 1d}.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Duration duration(String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text + " is not a time such as 30s, 15m, 2h or 1d");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
