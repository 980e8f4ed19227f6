package dev.harrier.dist;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.deploy.Deployment;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.Rendering;
import dev.harrier.hunt.EventKind;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.catalogue.Catalogue;
import dev.harrier.hunt.catalogue.CatalogueEntry;
import dev.harrier.lab.EventMaker;
import dev.harrier.lab.HuntTest;
import dev.harrier.lab.Lab;
import dev.harrier.lab.LabConnector;
import dev.harrier.lab.PackTest;
import dev.harrier.measure.HitCount;
import dev.harrier.measure.Window;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Hunts over logs that are no kind of event: clouds, identities, clusters. */
class OtherLogsTest {
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    private static final List<Hunt> HUNTS = Catalogue.shipped().entries().stream()
            .map(CatalogueEntry::hunt)
            .filter(hunt -> hunt.logic() instanceof Logic.Detection detection && detection.kind() == EventKind.OTHER)
            .toList();
    private static final List<Dialect> DIALECTS =
            Connectors.discover().stream().map(ConnectorProvider::dialect).toList();

    @Test
    void eachIsTestedOnMadeEventsAndNearMisses() {
        PackTest tested = PackTest.test(HUNTS, DIALECTS);

        assertThat(tested.hunts()).hasSizeGreaterThanOrEqualTo(10);
        for (HuntTest test : tested.hunts()) {
            assertThat(test.untested()).as(test.hunt().title()).isEmpty();
            assertThat(test.passed()).as(test.hunt().title() + test.outcomes()).isTrue();
            assertThat(test.hits()).isPositive();
            assertThat(test.nearMisses()).isPositive();
            assertThat(test.outcomes())
                    .extracting(HuntTest.DialectOutcome::status)
                    .contains(HuntTest.Status.PASSED);
        }
    }

    /** KQL says most of them over Sentinel's own tables only, which are not the default. */
    @Test
    void bothLanguagesFindTheSameMadeEvents() {
        try (Lab lab = Lab.inMemory()) {
            int day = 0;
            for (Hunt hunt : HUNTS) {
                Logic.Detection detection = (Logic.Detection) hunt.logic();
                Window hits = window(day++);
                Window misses = window(day++);
                int made = add(lab, EventMaker.of(detection).hits(), hits);
                add(lab, EventMaker.of(detection).nearMisses(), misses);
                assertThat(counts(lab, hunt, hits).values())
                        .as(hunt.title())
                        .isNotEmpty()
                        .allMatch(n -> n == made);
                assertThat(counts(lab, hunt, misses).values()).as(hunt.title()).allMatch(n -> n == 0);
            }
        }
    }

    private static Window window(int day) {
        return new Window(START.plus(Duration.ofDays(day)), START.plus(Duration.ofDays(day + 1)));
    }

    private static int add(Lab lab, List<Map<String, Object>> events, Window window) {
        List<Map<String, Object>> dated = new ArrayList<>();
        for (Map<String, Object> event : events) {
            Map<String, Object> complete = new HashMap<>(event);
            complete.put(EventModel.TIME, window.from().plusSeconds(dated.size()));
            dated.add(complete);
        }
        lab.add(EventKind.OTHER, dated);
        return dated.size();
    }

    /** Hits by language, where it can say the hunt over any table. */
    private static Map<String, Long> counts(Lab lab, Hunt hunt, Window window) {
        Map<String, Long> counts = new TreeMap<>();
        for (Dialect dialect : DIALECTS) {
            for (Profile profile : List.of(dialect.defaultProfile(), new Profile("native", Map.of()))) {
                if (dialect.name().equals("spl") && profile.name().equals("native")) {
                    continue;
                }
                if (dialect.render(hunt, profile) instanceof Rendering.Rendered rendered) {
                    counts.put(dialect.name() + " " + profile.name(), count(lab, dialect, hunt, rendered, window));
                }
            }
        }
        return counts;
    }

    private static long count(Lab lab, Dialect dialect, Hunt hunt, Rendering.Rendered rendered, Window window) {
        try (LabConnector connector = new LabConnector(lab, dialect, "other")) {
            HitCount count = connector.count(new Deployment(hunt, rendered.text(), Deployment.State.SHADOW), window);
            assertThat(count)
                    .as(hunt.title() + ": " + rendered.text())
                    .isInstanceOfAny(HitCount.Counted.class, HitCount.Blind.class);
            return count instanceof HitCount.Counted counted ? counted.hits().events() : 0;
        }
    }

    @Test
    void logsOfAnotherProductTellNothing() {
        Hunt okta = HUNTS.stream()
                .filter(hunt -> hunt.title().equals("Okta push refused by the user"))
                .findFirst()
                .orElseThrow();
        Dialect spl = DIALECTS.stream()
                .filter(d -> d.name().equals("spl"))
                .findFirst()
                .orElseThrow();
        try (Lab lab = Lab.inMemory();
                LabConnector connector = new LabConnector(lab, spl, "other")) {
            lab.load("records", new ByteArrayInputStream(KUBERNETES.getBytes(UTF_8)));
            String text = ((Rendering.Rendered) spl.render(okta, spl.defaultProfile())).text();

            assertThat(connector.count(new Deployment(okta, text, Deployment.State.SHADOW), window(0)))
                    .isEqualTo(new HitCount.Blind("none of the 2 events of no kind is of okta/okta"));
        }
    }

    private static final String OKTA = """
            {"eventType":"user.mfa.okta_verify.deny_push","published":"2026-11-01T10:00:00.000Z","actor":{"alternateId":"ada@corp.example","id":"00u1"},"outcome":{"result":"FAILURE"}}
            {"eventType":"user.session.start","published":"2026-11-01T10:00:01.000Z","actor":{"alternateId":"bob@corp.example","id":"00u2"},"outcome":{"result":"SUCCESS"}}
            """;
    private static final String CLOUDTRAIL = """
            {"Records":[{"eventVersion":"1.08","eventTime":"2026-11-01T10:00:00Z","eventSource":"iam.amazonaws.com","eventName":"AttachUserPolicy","awsRegion":"us-east-1","sourceIPAddress":"203.0.113.7","userIdentity":{"type":"IAMUser","arn":"arn:aws:iam::1:user/ada"},"requestParameters":{"policyArn":"arn:aws:iam::aws:policy/AdministratorAccess"}},
            {"eventVersion":"1.08","eventTime":"2026-11-01T10:00:01Z","eventSource":"cloudtrail.amazonaws.com","eventName":"StopLogging","awsRegion":"us-east-1","errorCode":"AccessDenied","userIdentity":{"arn":"arn:aws:iam::1:user/ada"}}]}
            """;
    private static final String KUBERNETES = """
            {"kind":"Event","auditID":"a1","stage":"ResponseComplete","verb":"create","requestReceivedTimestamp":"2026-11-01T10:00:00.000000Z","user":{"username":"ada"},"objectRef":{"resource":"pods","subresource":"exec","name":"web-0"}}
            {"kind":"Event","auditID":"a2","stage":"ResponseComplete","verb":"get","requestReceivedTimestamp":"2026-11-01T10:00:01.000000Z","user":{"username":"ada"},"objectRef":{"resource":"pods","name":"web-0"}}
            """;
    private static final String SIGN_INS = """
            TenantId,TimeGenerated,ResultType,UserPrincipalName,AppDisplayName,ConditionalAccessStatus,UserAgent,AuthenticationProtocol,Type
            t,2026-11-01T10:00:00Z,0,ada@corp.example,Azure CLI,success,Mozilla/5.0,deviceCode,SigninLogs
            t,2026-11-01T10:00:01Z,50126,bob@corp.example,Office,success,python-requests/2.31,none,SigninLogs
            """;
    private static final String MAILBOX = """
            {"CreationTime":"2026-11-01T10:00:00","Operation":"New-InboxRule","Workload":"Exchange","UserId":"ada@corp.example","Parameters":[{"Name":"DeleteMessage","Value":"True"}]}
            {"CreationTime":"2026-11-01T10:00:01","Operation":"MailItemsAccessed","Workload":"Exchange","UserId":"ada@corp.example"}
            """;

    @Test
    void eachCloudsOwnRecordsAreFound() {
        assertThat(found(OKTA)).containsExactlyEntriesOf(Map.of("Okta push refused by the user", 1L));
        assertThat(found(CLOUDTRAIL))
                .containsExactlyEntriesOf(Map.of("AWS access key made or administrator policy attached", 1L));
        assertThat(found(KUBERNETES)).containsExactlyEntriesOf(Map.of("Command run inside a Kubernetes pod", 1L));
        assertThat(found(MAILBOX)).containsExactlyEntriesOf(Map.of("Mailbox rule that hides or forwards mail", 1L));
        assertThat(found(SIGN_INS))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Sign-in by device code", 1L, "Sign-in with a password from a scripted client", 1L));
    }

    /** Hits of the hunts that have any, the same in every language that can say them. */
    private static Map<String, Long> found(String records) {
        try (Lab lab = Lab.inMemory()) {
            assertThat(lab.load("records", new ByteArrayInputStream(records.getBytes(UTF_8)))
                            .bad())
                    .isEmpty();
            Map<String, Long> found = new TreeMap<>();
            for (Hunt hunt : HUNTS) {
                List<Long> counts = counts(lab, hunt, window(0)).values().stream()
                        .distinct()
                        .collect(Collectors.toList());
                assertThat(counts).as(hunt.title()).hasSize(1);
                if (counts.get(0) > 0) {
                    found.put(hunt.title(), counts.get(0));
                }
            }
            return found;
        }
    }
}
