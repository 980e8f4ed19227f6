package dev.harrier.splunk.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER;
import static com.github.tomakehurst.wiremock.http.Fault.EMPTY_RESPONSE;
import static com.github.tomakehurst.wiremock.http.Fault.MALFORMED_RESPONSE_CHUNK;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.function.UnaryOperator;

/** Something that goes wrong on the way. */
public enum Fault {
    UNAUTHORISED(false, says(401, "WARN", "call not properly authenticated")),
    FORBIDDEN(false, says(403, "ERROR", "insufficient permission to access this resource")),
    NOT_FOUND(false, says(404, "ERROR", "Application does not exist: elsewhere")),
    TAKEN(false, says(409, "ERROR", "A saved search with that name already exists.")),
    BAD_REQUEST(
            false,
            says(400, "FATAL", "Error in 'SearchParser': The search specifies a macro 'x' that cannot be found.")),
    TOO_MANY_REQUESTS(false, says(429, "ERROR", "Too many requests")),
    QUOTA(
            false,
            says(
                    503,
                    "FATAL",
                    "Search not executed: The maximum number of concurrent historical searches for this user based on their role quota"
                            + " has been reached., concurrency_category=\"historical\", current_concurrency=3,"
                            + " concurrency_limit=3")),
    QUOTA_WITH_RETRY_AFTER(
            false, then(says(503, "FATAL", "maximum number of concurrent searches"), "Retry-After", "2")),
    BUSY_WITH_RETRY_AFTER(false, then(says(503, "ERROR", "Splunkd is starting"), "Retry-After", "1")),
    BUSY_FOR_TOO_LONG(false, then(says(503, "ERROR", "Splunkd is starting"), "Retry-After", "86400")),
    SERVER_ERROR(false, says(500, "ERROR", "In handler 'savedsearch': internal error")),
    SERVER_ERROR_AFTERWARDS(true, says(500, "ERROR", "In handler 'savedsearch': internal error")),
    SERVER_ERROR_WITHOUT_BODY(false, carried -> aResponse().withStatus(500).withHeader("Content-Length", "0")),
    PROXY_ERROR(false, html(502)),
    GATEWAY_TIMEOUT(true, html(504)),
    RESET(false, carried -> aResponse().withFault(CONNECTION_RESET_BY_PEER)),
    ANSWER_LOST(true, carried -> aResponse().withFault(CONNECTION_RESET_BY_PEER)),
    CLOSED_WITHOUT_ANSWER(true, carried -> aResponse().withFault(EMPTY_RESPONSE)),
    RESET_INSIDE_BODY(true, carried -> aResponse().withFault(MALFORMED_RESPONSE_CHUNK)),
    ERROR_BODY_BREAKS_OFF(false, carried -> Answers.text(500, "application/json", "{\"messages\":[")
            .withHeader("Content-Length", "5000")),
    SLOW_ANSWER(true, carried -> carried.withFixedDelay(3_000)),
    SLOW_BODY(true, carried -> carried.withChunkedDribbleDelay(30, 3_000)),
    EMPTY_BODY(true, carried -> aResponse().withStatus(200)),
    NO_CONTENT(false, carried -> aResponse().withStatus(204)),
    BROKEN_JSON(true, carried -> Answers.text(200, "application/json", "{\"entry\":[{\"name\":\"Harr")),
    JSON_ARRAY(false, carried -> Answers.text(200, "application/json", "[]")),
    NO_LIST(false, carried -> Answers.text(200, "application/json", "{}")),
    MESSAGES_INSIDE_200(false, says(200, "ERROR", "the KV store is not available")),
    SIGN_IN_PAGE(false, html(200)),
    XML_WITH_ENTITY(
            false,
            carried -> Answers.text(
                    200,
                    "text/xml",
                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><response>&x;</response>")),
    REDIRECT(
            false,
            carried -> aResponse().withStatus(302).withHeader("Location", "http://localhost:1/services/elsewhere"));

    private final boolean carriedOut;
    private final UnaryOperator<ResponseDefinitionBuilder> answer;

    Fault(boolean carriedOut, UnaryOperator<ResponseDefinitionBuilder> answer) {
        this.carriedOut = carriedOut;
        this.answer = answer;
    }

    /** Whether splunkd does what it was asked to, and only the answer suffers. */
    public boolean carriedOut() {
        return carriedOut;
    }

    /** Whether it needs an impatient client. */
    public boolean slow() {
        return this == SLOW_ANSWER || this == SLOW_BODY;
    }

    ResponseDefinitionBuilder answer(ResponseDefinitionBuilder carried) {
        return answer.apply(carried);
    }

    private static UnaryOperator<ResponseDefinitionBuilder> says(int status, String type, String text) {
        return carried -> Answers.messages(status, type, text);
    }

    private static UnaryOperator<ResponseDefinitionBuilder> then(
            UnaryOperator<ResponseDefinitionBuilder> answer, String header, String value) {
        return carried -> answer.apply(carried).withHeader(header, value);
    }

    private static UnaryOperator<ResponseDefinitionBuilder> html(int status) {
        return carried -> Answers.text(status, "text/html", "<html><body><h1>Proxy</h1></body></html>");
    }
}
