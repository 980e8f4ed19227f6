package dev.harrier.sentinel;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.attack.Tactic;
import dev.harrier.attack.Technique;
import dev.harrier.sentinel.dialect.EntityType;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Sentinel would refuse of a rule, or keep and never run, found before anything is sent: each problem begins with the field's
 * path. Limits from the alertRules API (Microsoft.SecurityInsights 2025-09-01) and the checks of the Azure-Sentinel repository.
 */
final class RuleCheck {
    private static final Set<String> SEVERITIES = Set.of("High", "Medium", "Low", "Informational");
    private static final Set<String> OPERATORS = Set.of("GreaterThan", "LessThan", "Equal", "NotEqual");
    private static final Set<String> OTHER_TACTICS =
            Set.of("PreAttack", "ImpairProcessControl", "InhibitResponseFunction");
    private static final Set<String> TACTICS =
            Arrays.stream(Tactic.values()).map(Tactic::camelCase).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> MATCHINGS = Set.of("AllEntities", "AnyAlert", "Selected");
    private static final Set<String> PROPERTIES = Set.of(
            "AlertLink",
            "ConfidenceLevel",
            "ConfidenceScore",
            "ExtendedLinks",
            "ProductName",
            "ProviderName",
            "ProductComponentName",
            "RemediationSteps",
            "Techniques");
    private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}");
    private static final Pattern KEY = Pattern.compile("[a-zA-Z]\\w{0,19}");
    private static final Pattern COLUMN = Pattern.compile("[a-zA-Z_]\\w{0,499}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]{0,500})}}");
    private static final Pattern EVERYTHING =
            Pattern.compile("\\b(?:search|union)(?:\\s++\\w++\\s*+=\\s*+\\w++)*+\\s*+\\*");
    private static final Pattern STRANGE_SPACE =
            Pattern.compile("[\\u00a0\\u1680\\u2000-\\u200b\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]");

    private final Function<String, Optional<Technique>> attack;

    RuleCheck(Function<String, Optional<Technique>> attack) {
        this.attack = attack;
    }

    /** Of a rule's properties; empty if nothing is wrong. */
    List<String> problems(JsonNode rule) {
        List<String> problems = new ArrayList<>();
        text(problems, rule, "displayName", 256);
        text(problems, rule, "query", 10_000);
        if (rule.path("description").asText().length() > 5_000) {
            problems.add("description: more than 5,000 characters");
        }
        word(problems, rule.path("severity"), "severity", SEVERITIES);
        word(problems, rule.path("triggerOperator"), "triggerOperator", OPERATORS);
        query(problems, rule.path("query").asText());
        schedule(problems, rule);
        attack(problems, rule);
        entities(problems, rule);
        details(problems, rule);
        override(problems, rule.path("alertDetailsOverride"), rule.path("query").asText());
        incidents(problems, rule);
        return problems;
    }

    private static void text(List<String> problems, JsonNode rule, String key, int most) {
        String text = rule.path(key).asText();
        if (text.isBlank()) {
            problems.add(key + ": is missing");
        } else if (text.length() > most) {
            problems.add(key + ": " + text.length() + " characters, " + most + " are taken");
        }
    }

    private static void word(List<String> problems, JsonNode value, String field, Set<String> legal) {
        if (!legal.contains(value.asText())) {
            problems.add(field + ": one of " + new TreeSet<>(legal) + ", not " + shown(value.asText()));
        }
    }

    /** What the service answers with 400 or, for odd spaces, with 500. */
    private static void query(List<String> problems, String query) {
        if (EVERYTHING.matcher(QueryText.withoutTexts(query)).find()) {
            problems.add("query: rules must not hold search * or union *");
        }
        spaces(query).ifPresent(problems::add);
    }

    /** Spaces that are none to Kusto. */
    static Optional<String> spaces(String query) {
        Matcher strange = STRANGE_SPACE.matcher(query);
        return strange.find()
                ? Optional.of(String.format(
                        "query: the space U+%04X at %d", (int) query.charAt(strange.start()), strange.start()))
                : Optional.empty();
    }

    private static void schedule(List<String> problems, JsonNode rule) {
        Optional<Duration> frequency = span(problems, rule, "queryFrequency", RuleLimits.SHORTEST, RuleLimits.LONGEST);
        Optional<Duration> period = span(problems, rule, "queryPeriod", RuleLimits.SHORTEST, RuleLimits.LONGEST);
        if (frequency.isPresent() && period.isPresent()) {
            RuleLimits.schedule(frequency.get(), period.get())
                    .forEach(problem -> problems.add("queryPeriod: " + problem));
        }
        span(problems, rule, "suppressionDuration", RuleLimits.SHORTEST, RuleLimits.LONGEST_SUPPRESSION);
        JsonNode threshold = rule.path("triggerThreshold");
        if (!threshold.isIntegralNumber() || threshold.asLong() < 0 || threshold.asLong() > 10_000) {
            problems.add("triggerThreshold: 0 to 10000, not " + shown(threshold.asText()));
        }
        if (!rule.path("suppressionEnabled").isBoolean()) {
            problems.add("suppressionEnabled: true or false");
        }
    }

    private static Optional<Duration> span(
            List<String> problems, JsonNode in, String key, Duration least, Duration most) {
        try {
            Duration span = Duration.parse(in.path(key).asText());
            if (span.compareTo(least) >= 0 && span.compareTo(most) <= 0) {
                return Optional.of(span);
            }
        } catch (DateTimeParseException e) {
            problems.add(key + ": an ISO duration, not " + shown(in.path(key).asText()));
            return Optional.empty();
        }
        problems.add(key + ": from " + least + " to " + most + ", not "
                + in.path(key).asText());
        return Optional.empty();
    }

    private void attack(List<String> problems, JsonNode rule) {
        Set<String> tactics = new HashSet<>();
        for (JsonNode tactic : rule.path("tactics")) {
            tactics.add(tactic.asText());
            if (!TACTICS.contains(tactic.asText()) && !OTHER_TACTICS.contains(tactic.asText())) {
                problems.add("tactics: Sentinel knows no " + shown(tactic.asText()));
            }
        }
        for (JsonNode technique : rule.path("techniques")) {
            technique(problems, technique.asText(), tactics);
        }
    }

    private void technique(List<String> problems, String id, Set<String> tactics) {
        if (!TECHNIQUE.matcher(id).matches()) {
            problems.add("techniques: a parent's id like T1059, not " + shown(id));
        } else if (attack.apply(id)
                .filter(known -> known.tactics().stream().map(Tactic::camelCase).noneMatch(tactics::contains))
                .isPresent()) {
            problems.add("techniques: " + id + " belongs to none of the tactics");
        }
    }

    private static void entities(List<String> problems, JsonNode rule) {
        JsonNode mappings = rule.path("entityMappings");
        if (mappings.size() > 10) {
            problems.add("entityMappings: " + mappings.size() + ", a rule takes 10");
        }
        for (int i = 0; i < mappings.size(); i++) {
            entity(
                    problems,
                    mappings.get(i),
                    "entityMappings[" + i + "]",
                    rule.path("query").asText());
        }
    }

    private static void entity(List<String> problems, JsonNode mapping, String field, String query) {
        EntityType type = EntityType.byName().get(mapping.path("entityType").asText());
        if (type == null) {
            problems.add(field + ".entityType: Sentinel knows no "
                    + shown(mapping.path("entityType").asText()));
            return;
        }
        JsonNode fields = mapping.path("fieldMappings");
        if (fields.isEmpty() || fields.size() > 3) {
            problems.add(field + ".fieldMappings: " + fields.size() + ", 1 to 3 are taken");
        }
        List<String> identifiers = new ArrayList<>();
        for (JsonNode each : fields) {
            String identifier = each.path("identifier").asText();
            identifiers.add(identifier);
            if (!type.takes(identifier)) {
                problems.add(field + ".identifier: " + type.word() + " has no " + shown(identifier));
            }
            column(problems, each.path("columnName").asText(), field + ".columnName", query);
        }
        if (!fields.isEmpty() && !type.madeOf(identifiers)) {
            problems.add(field + ".identifier: " + type.word() + " needs " + type.strong());
        }
    }

    private static void column(List<String> problems, String column, String field, String query) {
        if (!COLUMN.matcher(column).matches()) {
            problems.add(field + ": no name of a column: " + shown(column));
        } else if (!Pattern.compile("\\b" + column + "\\b").matcher(query).find()) {
            problems.add(field + ": the query names no column " + column);
        }
    }

    private static void details(List<String> problems, JsonNode rule) {
        JsonNode details = rule.path("customDetails");
        if (details.size() > 20) {
            problems.add("customDetails: " + details.size() + ", a rule takes 20");
        }
        details.properties().forEach(detail -> {
            if (!KEY.matcher(detail.getKey()).matches()) {
                problems.add("customDetails: no key: " + shown(detail.getKey()));
            }
            column(
                    problems,
                    detail.getValue().asText(),
                    "customDetails." + shown(detail.getKey()),
                    rule.path("query").asText());
        });
        JsonNode grouping = rule.path("eventGroupingSettings");
        if (!grouping.isMissingNode()) {
            word(
                    problems,
                    grouping.path("aggregationKind"),
                    "eventGroupingSettings.aggregationKind",
                    Set.of("SingleAlert", "AlertPerResult"));
        }
    }

    private static void override(List<String> problems, JsonNode override, String query) {
        format(problems, override, "alertDisplayNameFormat", 256, query);
        format(problems, override, "alertDescriptionFormat", 5_000, query);
        for (String key : List.of("alertTacticsColumnName", "alertSeverityColumnName")) {
            if (override.hasNonNull(key)) {
                column(problems, override.path(key).asText(), "alertDetailsOverride." + key, query);
            }
        }
        for (JsonNode dynamic : override.path("alertDynamicProperties")) {
            String field = "alertDetailsOverride.alertDynamicProperties";
            word(problems, dynamic.path("alertProperty"), field, PROPERTIES);
            column(problems, dynamic.path("value").asText(), field, query);
        }
    }

    private static void format(List<String> problems, JsonNode override, String key, int most, String query) {
        String format = override.path(key).asText("");
        String field = "alertDetailsOverride." + key;
        if (format.length() > most) {
            problems.add(field + ": " + format.length() + " characters, " + most + " are taken");
        }
        List<String> columns = PLACEHOLDER
                .matcher(format)
                .results()
                .map(found -> found.group(1).strip())
                .toList();
        if (columns.size() > 3) {
            problems.add(field + ": " + columns.size() + " placeholders, 3 are taken");
        }
        columns.forEach(column -> column(problems, column, field, query));
    }

    private static void incidents(List<String> problems, JsonNode rule) {
        JsonNode incidents = rule.path("incidentConfiguration");
        if (incidents.isMissingNode()) {
            return;
        }
        if (!incidents.path("createIncident").isBoolean()) {
            problems.add("incidentConfiguration.createIncident: true or false");
        }
        JsonNode grouping = incidents.path("groupingConfiguration");
        if (!grouping.isMissingNode()) {
            grouping(problems, grouping, rule);
        }
    }

    private static void grouping(List<String> problems, JsonNode grouping, JsonNode rule) {
        String field = "incidentConfiguration.groupingConfiguration.";
        List<String> inside = new ArrayList<>();
        word(inside, grouping.path("matchingMethod"), "matchingMethod", MATCHINGS);
        span(inside, grouping, "lookbackDuration", RuleLimits.SHORTEST, RuleLimits.LONGEST_GROUPING);
        boolean by = List.of("groupByEntities", "groupByAlertDetails", "groupByCustomDetails").stream()
                .anyMatch(key -> !grouping.path(key).isEmpty());
        if (grouping.path("matchingMethod").asText().equals("Selected") && !by) {
            inside.add("matchingMethod: Selected needs something to group by");
        }
        Set<String> entities = new HashSet<>(rule.path("entityMappings").findValuesAsText("entityType"));
        grouping.path("groupByEntities").forEach(entity -> {
            if (!entities.contains(entity.asText())) {
                inside.add("groupByEntities: the rule maps no " + shown(entity.asText()));
            }
        });
        grouping.path("groupByCustomDetails").forEach(key -> {
            if (!rule.path("customDetails").has(key.asText())) {
                inside.add("groupByCustomDetails: the rule has no detail " + shown(key.asText()));
            }
        });
        inside.forEach(problem -> problems.add(field + problem));
    }

    private static String shown(String value) {
        return value.length() > 60 ? value.substring(0, 60) + "…" : value;
    }
}
