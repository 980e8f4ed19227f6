package dev.harrier.splunk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.harrier.connector.Check;
import dev.harrier.connector.ConnectorException;
import dev.harrier.connector.ConnectorException.Kind;
import dev.harrier.splunk.sdk.Splunkd;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at everything that we need of a Splunk: the way there, what it is, what our role may, what is in our app. */
final class SplunkDoctor {
    private static final Duration LARGEST_SKEW = Duration.ofSeconds(60);
    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*");
    private static final int OLDEST = 9;

    private final SplunkSettings settings;
    private final Splunkd splunkd;
    private final EnterpriseSecurity enterpriseSecurity;
    private final SavedSearchListing listing;
    private final DataModelChecks dataModels;
    private final Clock clock;

    SplunkDoctor(
            SplunkSettings settings,
            Splunkd splunkd,
            EnterpriseSecurity enterpriseSecurity,
            SavedSearchListing listing,
            DataModelChecks dataModels,
            Clock clock) {
        this.settings = settings;
        this.splunkd = splunkd;
        this.enterpriseSecurity = enterpriseSecurity;
        this.listing = listing;
        this.dataModels = dataModels;
        this.clock = clock;
    }

    /** All checks; only the first if splunkd isn't reached, for the others would say the same. */
    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        JsonNode info;
        try {
            info = splunkd.get("/services/server/info", Map.of());
        } catch (ConnectorException e) {
            return List.of(Check.failed("reach", e.getMessage(), WayOut.of(e)));
        }
        JsonNode content = info.path("entry").path(0).path("content");
        checks.add(Check.ok(
                "reach", settings.url() + " answers" + (settings.proxy().isPresent() ? " through the proxy" : "")));
        checks.add(tls());
        checks.add(version(content));
        checks.add(edition(content));
        checks.add(clock(info));
        attempt(checks, "role", this::role);
        attempt(checks, "app", this::app);
        attempt(checks, "objects", this::objects);
        attempt(checks, "quota", this::quota);
        attempt(checks, "enterprise-security", this::security);
        checks.addAll(dataModels.checks());
        return checks;
    }

    private static void attempt(List<Check> checks, String name, Supplier<List<Check>> check) {
        try {
            checks.addAll(check.get());
        } catch (ConnectorException e) {
            boolean hidden = Set.of(Kind.FORBIDDEN, Kind.NOT_FOUND).contains(e.kind());
            checks.add(
                    hidden
                            ? Check.unknown(name, e.getMessage(), WayOut.of(e))
                            : Check.failed(name, e.getMessage(), WayOut.of(e)));
        }
    }

    private Check tls() {
        if (settings.tls().insecure()) {
            return Check.warning(
                    "tls",
                    "certificates are not checked (insecure)",
                    "set ca to the file of the CA that signed splunkd's certificate, and leave insecure out");
        }
        return settings.url().getScheme().equals("http")
                ? Check.warning("tls", "plain HTTP, on this machine", "set url to https")
                : Check.ok(
                        "tls",
                        "certificate trusted and for the host"
                                + (settings.tls().pins().isEmpty() ? "" : ", pinned"));
    }

    private static Check version(JsonNode content) {
        String version = content.path("version").asText("?");
        Matcher matcher = VERSION.matcher(version);
        boolean old = matcher.matches() && Integer.parseInt(matcher.group(1)) < OLDEST;
        return old
                ? Check.warning("version", "Splunk " + version, "Harrier is made for Splunk 9 and later; upgrade")
                : matcher.matches()
                        ? Check.ok("version", "Splunk " + version)
                        : Check.unknown("version", "calls itself " + version, "is url splunkd's?");
    }

    private static Check edition(JsonNode content) {
        String license = content.path("licenseState").asText("OK");
        boolean cloud = content.path("instance_type").asText().equals("cloud");
        String edition = cloud
                ? "Splunk Cloud"
                : "Splunk " + content.path("product_type").asText("Enterprise");
        if (Flag.isOn(content.path("isFree"))) {
            return Check.failed(
                    "edition", edition + ", free licence: it schedules no searches", "use a licensed Splunk");
        }
        return license.equals("OK")
                ? Check.ok("edition", edition)
                : Check.failed("edition", edition + ", licence " + license, "renew the licence: searches are refused");
    }

    /** Windows are given in epoch seconds of our clock. Every answer tells when it was made, to the second. */
    private Check clock(JsonNode info) {
        try {
            Duration ahead = Duration.between(
                    clock.instant(), OffsetDateTime.parse(info.path("updated").asText()));
            return ahead.abs().compareTo(LARGEST_SKEW) <= 0
                    ? Check.ok("clock", "within " + LARGEST_SKEW.toSeconds() + " s of ours")
                    : Check.warning(
                            "clock",
                            "splunkd's clock is " + ahead.toSeconds() + " s ahead of ours",
                            "set both by NTP; windows of counts are off by that much");
        } catch (DateTimeException e) {
            return Check.unknown("clock", "the answer tells no time", "compare the clocks by hand");
        }
    }

    private List<Check> role() {
        JsonNode context = RoleQuota.context(splunkd);
        Set<String> held = new TreeSet<>();
        context.path("capabilities").forEach(capability -> held.add(capability.asText()));
        Set<String> missing = new TreeSet<>(Set.of("search", "schedule_search"));
        settings.objects().window().ifPresent(window -> missing.add("edit_search_schedule_window"));
        missing.removeAll(held);
        String who = context.path("username").asText("?");
        if (missing.isEmpty()) {
            return List.of(Check.ok("role", who + " holds what deploying and counting need"));
        }
        return List.of(Check.failed(
                "role",
                who + " lacks " + String.join(", ", missing),
                "add the capabilities to one of the account's roles (Settings → Roles)"));
    }

    private List<Check> app() {
        JsonNode entry;
        try {
            entry = splunkd.get("/services/apps/local/" + Splunkd.segment(settings.app()), Map.of())
                    .path("entry")
                    .path(0);
        } catch (ConnectorException e) {
            if (e.kind() == Kind.NOT_FOUND) {
                return List.of(Check.failed(
                        "app", "there is no app " + settings.app(), "make it, or set app to one that is there"));
            }
            throw e;
        }
        if (Flag.isOn(entry.path("content").path("disabled"))) {
            return List.of(Check.failed("app", settings.app() + " is disabled", "enable it under Apps → Manage apps"));
        }
        boolean writable = entry.path("acl").path("can_write").asBoolean(true);
        return List.of(
                writable
                        ? Check.ok("app", settings.app() + " can be read and written")
                        : Check.failed(
                                "app",
                                settings.app() + " can be read, but not written",
                                "give one of the account's roles write permission on the app"));
    }

    private List<Check> objects() {
        return List.of(Check.ok("objects", listing.all().size() + " saved searches under Harrier's names"));
    }

    private List<Check> quota() {
        RoleQuota quota = RoleQuota.read(splunkd);
        List<Check> checks = new ArrayList<>();
        Optional<Integer> jobs = quota.jobs();
        checks.add(
                jobs.isEmpty()
                        ? Check.unknown(
                                "quota", "no role says how many searches may run at once", "set searches yourself")
                        : jobs.get() < 2
                                ? Check.warning(
                                        "quota",
                                        "one search at a time",
                                        "raise srchJobsQuota of the role: counting is slow, and shares it")
                                : Check.ok("quota", jobs.get() + " searches at a time"));
        checks.add(quota.window()
                .map(seconds -> Check.warning(
                        "search-window",
                        "searches may span " + Duration.ofSeconds(seconds).toHours() + " hours at most",
                        "raise srchTimeWin of the role: longer counts are lower bounds only"))
                .orElseGet(() -> Check.ok("search-window", "searches may span any time")));
        return checks;
    }

    private List<Check> security() {
        Optional<String> version = enterpriseSecurity.version();
        boolean wanted = settings.objects().enterpriseSecurity() == SplunkSettings.EnterpriseSecurity.ON;
        if (version.isEmpty()) {
            return List.of(
                    wanted
                            ? Check.failed(
                                    "enterprise-security",
                                    "not there, but enterprise-security is on",
                                    "set it to auto: splunkd refuses the keys of notables")
                            : Check.ok("enterprise-security", "not there; live hunts are plain alerts"));
        }
        boolean off = settings.objects().enterpriseSecurity() == SplunkSettings.EnterpriseSecurity.OFF;
        List<Check> checks = new ArrayList<>();
        checks.add(Check.ok(
                "enterprise-security",
                version.get() + (off ? ", left alone by the settings" : "; live hunts raise notables and risk")));
        checks.add(macro("notable", "share the macro with all apps: what became of notables can't be read without it"));
        return checks;
    }

    private Check macro(String name, String wayOut) {
        try {
            splunkd.get("configs/conf-macros/" + Splunkd.segment(name), Map.of());
            return Check.ok("macro " + name, "there");
        } catch (ConnectorException e) {
            return e.kind() == Kind.NOT_FOUND
                    ? Check.warning("macro " + name, "not seen from app " + settings.app(), wayOut)
                    : Check.unknown("macro " + name, e.getMessage(), WayOut.of(e));
        }
    }
}
