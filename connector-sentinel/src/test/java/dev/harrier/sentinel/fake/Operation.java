package dev.harrier.sentinel.fake;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.RequestMethod;

/** What is asked of the fake. */
public enum Operation {
    TOKEN,
    GITHUB,
    IDENTITY,
    LIST,
    GET,
    PUT,
    DELETE,
    QUERY,
    METADATA,
    LIST_SEARCHES,
    GET_SEARCH,
    PUT_SEARCH,
    DELETE_SEARCH,
    WORKSPACE,
    ONBOARDING,
    PERMISSIONS,
    WATCHLISTS,
    OTHER;

    static Operation of(Request request) {
        String path = request.getUrl().replaceFirst("\\?.*", "");
        String method = request.getMethod().getName();
        if (path.endsWith("/oauth2/v2.0/token")) {
            return TOKEN;
        }
        if (path.endsWith("/msi/token")) {
            return IDENTITY;
        }
        if (path.endsWith("/query")) {
            return QUERY;
        }
        if (path.contains("/alertRules/")) {
            return of(method, GET, PUT, DELETE);
        }
        if (path.contains("/savedSearches/")) {
            return of(method, GET_SEARCH, PUT_SEARCH, DELETE_SEARCH);
        }
        return request.getMethod().equals(RequestMethod.GET) ? read(path) : OTHER;
    }

    private static Operation of(String method, Operation get, Operation put, Operation delete) {
        return switch (method) {
            case "GET" -> get;
            case "PUT" -> put;
            case "DELETE" -> delete;
            default -> OTHER;
        };
    }

    private static Operation read(String path) {
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "alertRules" -> LIST;
            case "savedSearches" -> LIST_SEARCHES;
            case "metadata" -> METADATA;
            case "github" -> GITHUB;
            case "permissions" -> PERMISSIONS;
            case "watchlists" -> WATCHLISTS;
            case "default" -> path.contains("/onboardingStates/") ? ONBOARDING : OTHER;
            default -> path.matches(".*/Microsoft.OperationalInsights/workspaces/[^/]+") ? WORKSPACE : OTHER;
        };
    }
}
