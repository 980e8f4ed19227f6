package dev.harrier.sentinel.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import dev.harrier.dialect.TableMapping;
import dev.harrier.sentinel.dialect.KqlDialect;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The workspace itself: its tables, whether Sentinel is on, what we may do. */
public final class FakeWorkspace {
    private final Set<String> tables = new TreeSet<>();
    private final Set<String> watchlists = new TreeSet<>();
    private boolean onboarded = true;
    private String customer = FakeAzure.GUID;
    private List<String> actions = List.of(
            "*/read", "Microsoft.SecurityInsights/*", "Microsoft.OperationalInsights/workspaces/savedSearches/*");
    private List<String> notActions = List.of();

    FakeWorkspace() {
        KqlDialect kql = new KqlDialect();
        kql.tables(kql.defaultProfile()).stream().map(TableMapping::table).forEach(tables::add);
    }

    /** Lets a table be missing. */
    public synchronized void without(String table) {
        tables.remove(table);
    }

    /** Lets a table come into being. */
    public synchronized void with(String table) {
        tables.add(table);
    }

    /** Switches Sentinel off. */
    public synchronized void notOnboarded() {
        onboarded = false;
    }

    /** Another workspace than the one whose id is set. */
    public synchronized void customer(String id) {
        customer = id;
    }

    /** What our role allows and what it excepts. */
    public synchronized void allow(List<String> allowed, List<String> excepted) {
        actions = allowed;
        notActions = excepted;
    }

    synchronized ResponseDefinitionBuilder metadata() {
        ObjectNode body = Answers.object();
        ArrayNode all = body.putArray("tables");
        tables.forEach(table -> all.addObject().put("name", table).putArray("columns"));
        return Answers.json(200, body);
    }

    /** Lets a watchlist be there. */
    public synchronized void watchlist(String alias) {
        watchlists.add(alias);
    }

    synchronized ResponseDefinitionBuilder watchlists() {
        ObjectNode body = Answers.object();
        ArrayNode all = body.putArray("value");
        watchlists.forEach(alias ->
                all.addObject().put("name", alias).putObject("properties").put("watchlistAlias", alias));
        return Answers.json(200, body);
    }

    synchronized ResponseDefinitionBuilder itself() {
        ObjectNode body = Answers.object().put("name", "ws").put("location", "westeurope");
        body.putObject("properties").put("customerId", customer).put("retentionInDays", 90);
        return Answers.json(200, body);
    }

    synchronized ResponseDefinitionBuilder onboarding() {
        return onboarded
                ? Answers.json(200, Answers.object().put("name", "default"))
                : Answers.error(404, "NotFound", "The workspace is not onboarded to Microsoft Sentinel");
    }

    synchronized ResponseDefinitionBuilder permissions() {
        ObjectNode body = Answers.object();
        ObjectNode one = body.putArray("value").addObject();
        ArrayNode allowed = one.putArray("actions");
        actions.forEach(allowed::add);
        ArrayNode excepted = one.putArray("notActions");
        notActions.forEach(excepted::add);
        return Answers.json(200, body);
    }
}
