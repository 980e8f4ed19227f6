package dev.harrier.sentinel.fake;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;

/** What is asked of the fake. */
public enum Operation {
    TOKEN,
    LIST,
    GET,
    PUT,
    QUERY,
    OTHER;

    static Operation of(Request request) {
        String path = request.getUrl().replaceFirst("\\?.*", "");
        boolean read = request.getMethod().equals(RequestMethod.GET);
        if (path.endsWith("/oauth2/v2.0/token")) {
            return TOKEN;
        }
        if (path.endsWith("/query")) {
            return QUERY;
        }
        if (path.endsWith("/alertRules")) {
            return read ? LIST : OTHER;
        }
        if (path.contains("/alertRules/")) {
            return read ? GET : request.getMethod().equals(RequestMethod.PUT) ? PUT : OTHER;
        }
        return OTHER;
    }
}
