package dev.harrier.splunk.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.http.Request;
import java.net.URI;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One request, as splunkd reads it.
 *
 * @param segments of the path, decoded
 * @param parameters of the query and the form
 */
record Asked(Operation operation, List<String> segments, Map<String, String> parameters, String authorisation) {
    static Asked of(Request request) {
        URI uri = URI.create(request.getUrl());
        List<String> segments = Stream.of(uri.getRawPath().substring(1).split("/", -1))
                .map(segment -> decoded(segment.replace("+", "%2B")))
                .toList();
        Map<String, String> parameters = parsed(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        parameters.putAll(parsed(request.getBodyAsString()));
        String authorisation = request.getHeader("Authorization");
        return new Asked(
                Operation.of(request.getMethod().getName(), uri.getRawPath()),
                segments,
                parameters,
                authorisation == null ? "" : authorisation);
    }

    String owner() {
        return segments.get(1);
    }

    String app() {
        return segments.get(2);
    }

    /** The name or id below {@code saved/searches} or {@code search/jobs}. */
    String item() {
        int at = operation == Operation.RESULTS ? 6 : 5;
        return segments.get(at);
    }

    /** A parameter that may come several times, empty if it doesn't come at all. */
    List<String> all(String name) {
        return parameters.containsKey(name) ? List.of(parameters.get(name).split("\n")) : List.of();
    }

    /** The last segment of the path. */
    String last() {
        return segments.get(segments.size() - 1);
    }

    String parameter(String name, String otherwise) {
        return parameters.getOrDefault(name, otherwise);
    }

    private static Map<String, String> parsed(String form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : form.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                String value = decoded(pair.substring(equals + 1));
                parameters.merge(decoded(pair.substring(0, equals)), value, (first, second) -> first + "\n" + second);
            }
        }
        return parameters;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }
}
