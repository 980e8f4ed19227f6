package dev.harrier.splunk.fake;

import java.util.regex.Pattern;

/** What a request asks splunkd to do. */
public enum Operation {
    LOGIN("POST", "/services/auth/login"),
    LIST("GET", "/servicesNS/[^/]+/[^/]+/saved/searches"),
    CREATE("POST", "/servicesNS/[^/]+/[^/]+/saved/searches"),
    READ("GET", "/servicesNS/[^/]+/[^/]+/saved/searches/[^/]+"),
    UPDATE("POST", "/servicesNS/[^/]+/[^/]+/saved/searches/[^/]+"),
    JOB_START("POST", "/servicesNS/[^/]+/[^/]+/search/jobs"),
    JOB_READ("GET", "/servicesNS/[^/]+/[^/]+/search/jobs/[^/]+"),
    RESULTS("POST", "/servicesNS/[^/]+/[^/]+/search/v2/jobs/[^/]+/results"),
    OLD_RESULTS("GET", "/servicesNS/[^/]+/[^/]+/search/jobs/[^/]+/results"),
    PARSE("POST", "/servicesNS/[^/]+/[^/]+/search/v2/parser"),
    OLD_PARSE("GET", "/servicesNS/[^/]+/[^/]+/search/parser"),
    CANCEL("POST", "/servicesNS/[^/]+/[^/]+/search/jobs/[^/]+/control"),
    DELETE("DELETE", "/servicesNS/[^/]+/[^/]+/saved/searches/[^/]+"),
    ACL("POST", "/servicesNS/[^/]+/[^/]+/saved/searches/[^/]+/acl"),
    SERVER_INFO("GET", "/services/server/info"),
    CONTEXT("GET", "/services/authentication/current-context"),
    ROLE("GET", "/services/authorization/roles/[^/]+"),
    APP("GET", "/services/apps/local/[^/]+"),
    MODELS("GET", "/servicesNS/[^/]+/[^/]+/datamodel/model"),
    LOOKUPS("GET", "/servicesNS/[^/]+/[^/]+/data/transforms/lookups"),
    SUMMARIES("GET", "/services/admin/summarization"),
    MACRO("GET", "/servicesNS/[^/]+/[^/]+/configs/conf-macros/[^/]+"),
    OTHER(".*", ".*");

    private final Pattern method;
    private final Pattern path;

    Operation(String method, String path) {
        this.method = Pattern.compile(method);
        this.path = Pattern.compile(path);
    }

    static Operation of(String method, String rawPath) {
        for (Operation operation : values()) {
            if (operation.method.matcher(method).matches()
                    && operation.path.matcher(rawPath).matches()) {
                return operation;
            }
        }
        return OTHER;
    }
}
