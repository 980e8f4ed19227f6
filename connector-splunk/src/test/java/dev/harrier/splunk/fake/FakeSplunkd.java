package dev.harrier.splunk.fake;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A splunkd of our own: saved searches, search jobs, logins, and faults on demand. Listens on ports that the system chooses.
 * As an extension of a test class it is empty before each test, and stops after the last.
 */
public final class FakeSplunkd implements AutoCloseable, BeforeEachCallback, AfterAllCallback {
    public static final String TOKEN = "eyJraWQi.fake-token.c2VjcmV0";
    public static final String USER = "hunter";
    public static final String PASSWORD = "correct horse/battery+staple";
    public static final String SESSION_KEY = "192fd3e46a31246da7ea7f109e7f95fd";

    private final SavedSearchStore searches = new SavedSearchStore();
    private final JobStore jobs = new JobStore();
    private final Site site = new Site();
    private final SearchParserDesk parser = new SearchParserDesk(site);
    private final List<Operation> requests = new ArrayList<>();
    private final List<String> authorisations = new ArrayList<>();
    private final Map<Operation, Fault> faults = new EnumMap<>(Operation.class);
    private final Map<Operation, Integer> times = new EnumMap<>(Operation.class);
    private final Sessions sessions = new Sessions();
    private int requestsUntilDown = Integer.MAX_VALUE;
    private boolean old;
    private volatile int latency;
    private int requestsUntilInterruption;
    private Runnable interruption = () -> {};
    private Function<Asked, ResponseDefinitionBuilder> always = this::carryOut;
    private final WireMockServer server;

    /** Starts; speaks TLS with WireMock's own certificate, which is for no host. */
    public FakeSplunkd() {
        this(options());
    }

    /** Starts; speaks TLS with the key in a PKCS#12 file. */
    public FakeSplunkd(Path keys, String password) {
        this(options()
                .keystorePath(keys.toString())
                .keystoreType("PKCS12")
                .keystorePassword(password)
                .keyManagerPassword(password));
    }

    /** Starts; speaks TLS with the key in a PKCS#12 file, to clients alone whose certificate another such file trusts. */
    public FakeSplunkd(Path keys, String password, Path trusted) {
        this(options()
                .keystorePath(keys.toString())
                .keystoreType("PKCS12")
                .keystorePassword(password)
                .keyManagerPassword(password)
                .needClientAuth(true)
                .trustStorePath(trusted.toString())
                .trustStoreType("PKCS12")
                .trustStorePassword(password));
    }

    private FakeSplunkd(WireMockConfiguration options) {
        server = new WireMockServer(options.dynamicPort()
                .dynamicHttpsPort()
                .containerThreads(40)
                .jettyStopTimeout(100L)
                .disableRequestJournal()
                // Each request and answer would be made a text for a log that nobody reads.
                .stubRequestLoggingDisabled(true)
                .extensions(new Answering()));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse()));
        reset();
    }

    /** WireMock's way in. */
    private final class Answering implements ResponseDefinitionTransformerV2 {
        @Override
        public String getName() {
            return "splunkd";
        }

        @Override
        public ResponseDefinition transform(ServeEvent event) {
            return answer(Asked.of(event.getRequest())).build();
        }
    }

    /** Empty, faultless, and nobody logged in. */
    public synchronized void reset() {
        searches.clear();
        jobs.clear();
        site.clear();
        parser.clear();
        requests.clear();
        authorisations.clear();
        faults.clear();
        times.clear();
        sessions.clear();
        requestsUntilDown = Integer.MAX_VALUE;
        old = false;
        latency = 0;
        requestsUntilInterruption = 0;
        interruption = () -> {};
        always = this::carryOut;
    }

    /** Where it speaks plain HTTP. */
    public String url() {
        return "http://localhost:" + server.port();
    }

    /** Where it speaks TLS, with a certificate that nobody trusts. */
    public String secureUrl() {
        return "https://localhost:" + server.httpsPort();
    }

    public SavedSearchStore searches() {
        return searches;
    }

    public SearchParserDesk parser() {
        return parser;
    }

    public Site site() {
        return site;
    }

    /** Enterprise Security is there from now on. */
    public void installEnterpriseSecurity() {
        searches.knowEnterpriseSecurity();
        site.install("SplunkEnterpriseSecuritySuite", "8.0.2");
    }

    public JobStore jobs() {
        return jobs;
    }

    /** Answers so many requests of a kind with a fault. */
    public synchronized void fail(Operation operation, Fault fault, int howOften) {
        faults.put(operation, fault);
        times.put(operation, howOften);
    }

    /** No more faults. */
    public synchronized void heal() {
        faults.clear();
        requestsUntilDown = Integer.MAX_VALUE;
    }

    /** Answers so many requests more, then carries the next one out without answering it, then answers nothing at all. */
    public synchronized void downAfter(int howMany) {
        requestsUntilDown = howMany;
    }

    /** Takes so long for each answer from now on. */
    public synchronized void latency(int millis) {
        latency = millis;
    }

    /** Does something when so many requests more have come in, before the last of them is carried out. */
    public synchronized void interruptAt(int howMany, Runnable interruption) {
        requestsUntilInterruption = howMany;
        this.interruption = interruption;
    }

    /** Every session ends; passwords can log in again. */
    public synchronized void expireSessions() {
        sessions.expire();
    }

    /** Knows no version 2 of the search endpoints from now on. */
    public synchronized void becomeOld() {
        old = true;
    }

    /** Sends every request elsewhere from now on. */
    public synchronized void redirectTo(String url) {
        always = asked -> aResponse().withStatus(307).withHeader("Location", url + "/services/elsewhere");
    }

    /** Refuses every request from now on, the first {@code logins} excepted, in a message that repeats the credential. */
    public synchronized void repeatWhatIsSent(int logins) {
        always = asked -> asked.operation() == Operation.LOGIN && sessions.logins() < logins
                ? carryOut(asked)
                : Answers.messages(
                        400, "ERROR", "bad header " + asked.authorisation() + ", " + asked.parameter("password", ""));
    }

    /** How many requests of a kind came in. */
    public synchronized long count(Operation operation) {
        return requests.stream().filter(operation::equals).count();
    }

    /** How many requests came in at all. */
    public synchronized int count() {
        return requests.size();
    }

    /** Every Authorization header that came in, empty where there was none. */
    public synchronized List<String> authorisations() {
        return List.copyOf(authorisations);
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        reset();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        close();
    }

    @Override
    public void close() {
        server.stop();
    }

    private ResponseDefinitionBuilder answer(Asked asked) {
        ResponseDefinitionBuilder answer = answered(asked);
        return latency == 0 ? answer : answer.withFixedDelay(latency);
    }

    private synchronized ResponseDefinitionBuilder answered(Asked asked) {
        if (--requestsUntilInterruption == 0) {
            interruption.run();
        }
        requests.add(asked.operation());
        authorisations.add(asked.authorisation());
        if (requestsUntilDown <= 0) {
            if (requestsUntilDown-- == 0) {
                carryOut(asked);
            }
            return Fault.RESET.answer(aResponse());
        }
        requestsUntilDown--;
        return orFault(asked);
    }

    private ResponseDefinitionBuilder orFault(Asked asked) {
        Fault fault = faults.get(asked.operation());
        if (fault == null || times.merge(asked.operation(), -1, Integer::sum) < 0) {
            return always.apply(asked);
        }
        return fault.answer(fault.carriedOut() ? carryOut(asked) : aResponse());
    }

    private ResponseDefinitionBuilder carryOut(Asked asked) {
        if (asked.operation() == Operation.LOGIN) {
            return sessions.login(asked);
        }
        if (!sessions.admit(asked.authorisation())) {
            return Fault.UNAUTHORISED.answer(aResponse());
        }
        return switch (asked.operation()) {
            case LIST -> searches.list(asked);
            case CREATE -> searches.create(asked);
            case READ -> searches.read(asked);
            case UPDATE -> searches.update(asked);
            case DELETE -> searches.delete(asked);
            case ACL -> searches.access(asked);
            case SERVER_INFO, CONTEXT, ROLE, APP, MODELS, SUMMARIES, LOOKUPS, MACRO -> site.answer(asked);
            case JOB_START -> jobs.start(asked);
            case JOB_READ -> jobs.read(asked);
            case RESULTS -> old ? Fault.NOT_FOUND.answer(aResponse()) : jobs.results(asked);
            case OLD_RESULTS -> jobs.results(asked);
            case PARSE -> old ? Fault.NOT_FOUND.answer(aResponse()) : parser.parse(asked);
            case OLD_PARSE -> parser.parse(asked);
            case CANCEL -> jobs.control(asked);
            default -> Answers.messages(404, "ERROR", "Not Found");
        };
    }
}
