package dev.harrier.splunk.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fake's search parser, far simpler than Splunk's: pipelines outside of quotes and brackets, commands that are installed, macros that
 * the site has. Messages are Splunk's words, the answers' shape is that of its REST reference; both hand-written.
 */
public final class SearchParserDesk {
    private static final Set<String> SHIPPED = Set.of(
            "search",
            "tstats",
            "stats",
            "eval",
            "where",
            "rename",
            "fieldformat",
            "bin",
            "fillnull",
            "table",
            "sort",
            "streamstats",
            "eventstats",
            "lookup",
            "rex",
            "fields",
            "dedup",
            "convert",
            "regex");

    private final Site site;
    private final Set<String> installed = new TreeSet<>(SHIPPED);
    private final List<Map<String, String>> asked = new ArrayList<>();

    SearchParserDesk(Site site) {
        this.site = site;
    }

    synchronized void clear() {
        installed.clear();
        installed.addAll(SHIPPED);
        asked.clear();
    }

    /** An app brings a command. */
    public synchronized void install(String command) {
        installed.add(command);
    }

    /** The parameters of all questions so far. */
    public synchronized List<Map<String, String>> asked() {
        return List.copyOf(asked);
    }

    synchronized ResponseDefinitionBuilder parse(Asked request) {
        asked.add(Map.copyOf(request.parameters()));
        String search = request.parameter("q", "");
        if (search.isBlank()) {
            return Answers.messages(400, "FATAL", "Empty search.");
        }
        try {
            return answer(commands(search));
        } catch (IllegalArgumentException refusal) {
            return Answers.messages(400, "FATAL", String.valueOf(refusal.getMessage()));
        }
    }

    private ResponseDefinitionBuilder answer(List<String> commands) {
        ObjectNode body = Answers.JSON.createObjectNode();
        ArrayNode all = body.putArray("commands");
        for (String command : commands) {
            String name = command.strip().split("[\\s`(]", 2)[0];
            if (!installed.contains(name)) {
                throw new IllegalArgumentException("Unknown search command '" + name + "'.");
            }
            all.addObject()
                    .put("command", name)
                    .put("rawargs", command.strip().substring(name.length()).strip());
        }
        return Answers.json(200, body);
    }

    /** Cut at the pipes that stand outside of quotes, brackets and macros. */
    private List<String> commands(String search) {
        List<String> commands = new ArrayList<>();
        StringBuilder command = new StringBuilder();
        int depth = 0;
        for (int i = search.startsWith("|") ? 1 : 0; i < search.length(); i++) {
            char c = search.charAt(i);
            if (c == '"' || c == '`') {
                int end = end(search, i);
                macro(c, search.substring(i + 1, end));
                command.append(search, i, end + 1);
                i = end;
                continue;
            }
            depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
            if (c == '|' && depth == 0) {
                commands.add(command.toString());
                command.setLength(0);
            } else {
                command.append(c);
            }
        }
        if (depth != 0) {
            throw mismatched();
        }
        commands.add(command.toString());
        return commands;
    }

    private static int end(String search, int from) {
        for (int i = from + 1; i < search.length(); i++) {
            if (search.charAt(i) == search.charAt(from)) {
                return i;
            }
            i += search.charAt(i) == '\\' ? 1 : 0;
        }
        throw mismatched();
    }

    private void macro(char quote, String name) {
        if (quote == '`' && !site.hasMacro(name)) {
            throw new IllegalArgumentException("Error in 'SearchParser': The search specifies a macro '" + name
                    + "' that cannot be found. Reasons include: the macro name is misspelled, you do not have"
                    + " \"read\" permission for the macro, or the macro has not been shared with this application.");
        }
    }

    private static IllegalArgumentException mismatched() {
        return new IllegalArgumentException("Error in 'SearchParser': Mismatched quotes and/or parenthesis.");
    }
}
