package dev.harrier.splunk.fake;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.util.HashSet;
import java.util.Set;

/** Who may come in: the token, the session key, and sessions that a login made. */
final class Sessions {
    private final Set<String> open = new HashSet<>();
    private int logins;

    void clear() {
        open.clear();
        logins = 0;
    }

    void expire() {
        open.clear();
    }

    int logins() {
        return logins;
    }

    boolean admit(String authorisation) {
        return authorisation.equals("Bearer " + FakeSplunkd.TOKEN)
                || authorisation.equals("Splunk " + FakeSplunkd.SESSION_KEY)
                || open.contains(authorisation);
    }

    ResponseDefinitionBuilder login(Asked asked) {
        boolean right = asked.parameter("username", "").equals(FakeSplunkd.USER)
                && asked.parameter("password", "").equals(FakeSplunkd.PASSWORD);
        if (!right) {
            return Answers.messages(401, "WARN", "Login failed");
        }
        String key = "session-" + ++logins + "-9d1f0c";
        open.add("Splunk " + key);
        return Answers.json(200, Answers.JSON.createObjectNode().put("sessionKey", key))
                .withHeader("Set-Cookie", "splunkd_8089=" + key + "; Path=/; HttpOnly");
    }
}
