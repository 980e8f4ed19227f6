package dev.harrier.sentinel.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;

/** What can go wrong between us and Azure. */
public enum Failure {
    UNAUTHORISED(json(401, "{'error':{'code':'InvalidAuthenticationToken','message':'The access token is invalid.'}}")),
    FORBIDDEN(json(403, "{'error':{'code':'AuthorizationFailed','message':'The client may not do that.'}}")),
    NOT_FOUND(json(404, "{'error':{'code':'ResourceNotFound','message':'The workspace was not found.'}}")),
    /** Asks for no pause, so that a test needs none. */
    BUSY(json(429, "{'error':{'code':'TooManyRequests','message':'Slow down.'}}")
            .withHeader("Retry-After", "0")),
    BUSY_FOR_LONG(json(429, "{'error':{'code':'TooManyRequests','message':'Slow down.'}}")
            .withHeader("Retry-After", "3600")),
    /** A date is no number of seconds. */
    BUSY_UNTIL_A_DATE(json(429, "{'error':{'code':'TooManyRequests','message':'Slow down.'}}")
            .withHeader("Retry-After", "Fri, 31 Dec 1999 23:59:59 GMT")),
    BAD_REQUEST(json(400, "{'error':{'code':'BadRequest','message':'The request is bad.'}}")),
    PROXY_LOGIN(json(407, "{'error':{'code':'ProxyAuthenticationRequired','message':'Log in to the proxy.'}}")),
    TIMED_OUT(json(408, "{'error':{'code':'RequestTimeout','message':'The request took too long.'}}")),
    PRECONDITION(json(412, "{'error':{'code':'PreconditionFailed','message':'It has changed.'}}")),
    TOO_LARGE(json(413, "{'error':{'code':'RequestEntityTooLarge','message':'It is too large.'}}")),
    BAD_GATEWAY(json(502, "{'error':{'code':'BadGateway','message':'Nobody is behind me.'}}")),
    BROKEN(json(500, "{'error':{'code':'InternalServerError','message':'Something went wrong.'}}")),
    UNAVAILABLE(json(503, "{'error':{'code':'ServiceUnavailable','message':'Come back later.'}}")),
    OUT_OF_TIME(json(504, "{'error':{'code':'GatewayTimeout','message':'It took too long.'}}")),
    REDIRECT(aResponse().withStatus(302).withHeader("Location", "https://login.example/")),
    HTML(aResponse()
            .withStatus(200)
            .withHeader("Content-Type", "text/html")
            .withBody("<html><body>Please log in to the proxy</body></html>")),
    NO_BODY(json(200, "")),
    NULL(json(200, "null")),
    ARRAY(json(200, "[{'value':[]}]")),
    /** Deeper than anybody's stack. */
    DEEP(json(200, "{'value':".repeat(100_000))),
    CUT_OFF(json(200, "{'value':[{'name':'half")),
    EMPTY(aResponse().withFault(Fault.EMPTY_RESPONSE)),
    RESET(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
    GARBAGE(aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
    /** Done, but nobody is told. */
    ANSWER_LOST(aResponse().withFault(Fault.EMPTY_RESPONSE)),
    /** Longer than any test's timeout. */
    SLOW(json(200, "{}").withFixedDelay(6_000));

    private final ResponseDefinitionBuilder response;

    Failure(ResponseDefinitionBuilder response) {
        this.response = response;
    }

    ResponseDefinitionBuilder response() {
        return response;
    }

    private static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/json")
                .withBody(body.replace('\'', '"'));
    }
}
