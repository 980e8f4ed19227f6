package dev.harrier.sentinel.fake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Request;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.LintFinding;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/** The workspace's analytics rules, with what the service is known to do to them. Thread-safe. */
public final class FakeRules {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Dialect KQL = new KqlDialect();

    private final Map<String, ObjectNode> rules = new TreeMap<>();
    private final Set<String> tombstones = new TreeSet<>();
    private final List<String> problems = new ArrayList<>();
    private int edition;
    private long writes;
    private int pageSize = 100;
    private Optional<String> nextHost = Optional.empty();

    /** How many rules a page of the list holds. */
    public synchronized void pageSize(int rulesPerPage) {
        pageSize = rulesPerPage;
    }

    /** Lets the list go on at another host. */
    public synchronized void continueAt(String host) {
        nextHost = Optional.of(host);
    }

    /** How many writes succeeded. */
    public synchronized long writes() {
        return writes;
    }

    /** What was wrong with bodies that were sent. */
    public synchronized List<String> problems() {
        return List.copyOf(problems);
    }

    /** The ids of the rules that are there. */
    public synchronized List<String> names() {
        return List.copyOf(rules.keySet());
    }

    /** A rule's properties, a copy. */
    public synchronized ObjectNode properties(String name) {
        return rules.get(name).path("properties").deepCopy();
    }

    /** Puts a rule there, as somebody did in the portal. */
    public synchronized void plant(String name, ObjectNode properties) {
        store(name, properties);
    }

    /** Changes a rule, as somebody did in the portal. */
    public synchronized void edit(String name, Consumer<ObjectNode> edit) {
        ObjectNode properties = properties(name);
        edit.accept(properties);
        store(name, properties);
    }

    /** What the service does after permanent failures. */
    public synchronized void autoDisable(String name, String reason, boolean reasonFirst) {
        edit(name, properties -> {
            String description = properties.path("description").asText();
            properties.put("enabled", false);
            properties.put(
                    "displayName",
                    "AUTO DISABLED " + properties.path("displayName").asText());
            properties.put("description", reasonFirst ? reason + " " + description : description + "\n" + reason);
        });
    }

    /** Deletes a rule, whose id then can't be used for a day. */
    public synchronized void delete(String name) {
        rules.remove(name);
        tombstones.add(name);
    }

    /** Frees the ids of what was deleted. */
    public synchronized void aDayPasses() {
        tombstones.clear();
    }

    synchronized ResponseDefinitionBuilder remove(String name) {
        boolean there = rules.containsKey(name);
        delete(name);
        return Answers.json(there ? 200 : 204, Answers.object());
    }

    synchronized ResponseDefinitionBuilder list(Request request, String address) {
        int from = request.queryParameter("$skipToken").isPresent()
                ? Integer.parseInt(request.queryParameter("$skipToken").firstValue())
                : 0;
        List<ObjectNode> all = List.copyOf(rules.values());
        ObjectNode page = Answers.object();
        ArrayNode value = page.putArray("value");
        all.subList(from, Math.min(from + pageSize, all.size())).forEach(value::add);
        if (from + pageSize < all.size() || nextHost.isPresent()) {
            String path = request.getUrl().replaceFirst("&.skipToken=.*|&%24skipToken=.*", "");
            page.put("nextLink", nextHost.orElse(address) + path + "&$skipToken=" + (from + pageSize));
        }
        return Answers.json(200, page);
    }

    synchronized ResponseDefinitionBuilder get(String name) {
        return rules.containsKey(name)
                ? Answers.json(200, rules.get(name))
                : Answers.error(404, "NotFound", "Rule with id " + name + " was not found");
    }

    synchronized ResponseDefinitionBuilder put(String name, String text) {
        JsonNode body = parsed(text);
        List<String> wrong = RuleSchema.problems(body);
        problems.addAll(wrong);
        if (!wrong.isEmpty()) {
            return Answers.error(400, "BadRequest", "Invalid data model. " + wrong);
        }
        if (tombstones.contains(name)) {
            return Answers.error(
                    400,
                    "BadRequest",
                    "The rule with id '" + name
                            + "' was recently deleted. You need to allow some time before re-using the same id.");
        }
        Optional<LintFinding> error =
                error(body.path("properties").path("query").asText());
        if (error.isPresent()) {
            return Answers.badRule(
                    "SEM0100",
                    error.get().message(),
                    error.get().line(),
                    error.get().column());
        }
        return guarded(name, body);
    }

    private ResponseDefinitionBuilder guarded(String name, JsonNode body) {
        ObjectNode there = rules.get(name);
        if (there != null
                && !there.path("etag").asText().equals(body.path("etag").asText())) {
            return Answers.error(
                    409,
                    "Conflict",
                    "Newer instance of rule '" + name + "' exists (Etag does not match). Data was not saved.");
        }
        writes++;
        store(name, body.path("properties").deepCopy());
        return Answers.json(there == null ? 201 : 200, rules.get(name));
    }

    private static Optional<LintFinding> error(String query) {
        return KQL.lint(query, KQL.defaultProfile()).stream()
                .filter(finding -> finding.level() == LintFinding.Level.ERROR)
                .findFirst();
    }

    /** Keeps a rule as the service would: its own spelling of durations, nulls for what wasn't given, lists in its own order. */
    private void store(String name, ObjectNode properties) {
        ObjectNode kept = properties.deepCopy();
        kept.put("lastModifiedUtc", "2026-11-22T00:00:00Z");
        kept.putNull("alertRuleTemplateName");
        kept.putNull("templateVersion");
        List.of("customDetails", "alertDetailsOverride").stream()
                .filter(key -> !kept.has(key))
                .forEach(kept::putNull);
        if (kept.path("queryPeriod").asText().equals("PT1H")) {
            kept.put("queryPeriod", "PT60M");
        }
        reverse(kept, "tactics");
        reverse(kept, "techniques");
        if (kept.path("incidentConfiguration").path("groupingConfiguration") instanceof ObjectNode grouping) {
            List.of("groupByEntities", "groupByAlertDetails", "groupByCustomDetails")
                    .forEach(grouping::putArray);
        }
        ObjectNode rule = Answers.object();
        rule.put("id", "/subscriptions/…/alertRules/" + name).put("name", name);
        rule.put("type", "Microsoft.SecurityInsights/alertRules").put("kind", "Scheduled");
        rule.put("etag", "\"" + ++edition + "-0000\"");
        rule.set("properties", kept);
        rules.put(name, rule);
    }

    private static void reverse(ObjectNode properties, String key) {
        List<JsonNode> words = new ArrayList<>();
        properties.path(key).forEach(word -> words.add(0, word));
        properties.putArray(key).addAll(words);
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
