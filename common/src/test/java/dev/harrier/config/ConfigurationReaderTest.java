package dev.harrier.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.harrier.assess.Severity;
import dev.harrier.deploy.Deployment;
import dev.harrier.hunt.Hunt;
import dev.harrier.hunt.HuntId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ConfigurationReaderTest {
    @Test
    void nothingMeansTheDefaults() {
        assertThat(read("")).isEqualTo(Configuration.DEFAULT);
        assertThat(read("# only a comment\n")).isEqualTo(Configuration.DEFAULT);
    }

    @Test
    void everythingIsRead() {
        Configuration read = read("""
                deployment: soc-emea
                packs: hunts
                history: cache/history
                targets:
                  splunk-emea:
                    kind: splunk
                    state: live
                    settings:
                      url: https://splunk.example:8089
                      token-file: /run/secrets/splunk
                    hunts:
                      severity: medium
                      kinds: [indicator, behaviour]
                      except: [00000000-0000-5000-8000-000000000001]
                  sentinel:
                    settings: {workspace: soc, client-secret-env: AZURE_SECRET}
                verdict: {spread-hosts: 4, noisy-host-share: 0.1}
                validate:
                  days: 7
                  lag: 90m
                  fail-on: [raised, blind]
                promote: {quiet-days: 30}
                """);
        assertThat(read.deployment()).isEqualTo("soc-emea");
        assertThat(read.packs()).isEqualTo("hunts");
        assertThat(read.history()).isEqualTo("cache/history");
        TargetConfiguration splunk = read.target("splunk-emea").orElseThrow();
        assertThat(splunk.kind()).isEqualTo("splunk");
        assertThat(splunk.state()).isEqualTo(Deployment.State.LIVE);
        assertThat(splunk.settings()).containsOnlyKeys("url");
        assertThat(splunk.secretFiles()).containsEntry("token", "/run/secrets/splunk");
        assertThat(splunk.hunts())
                .isEqualTo(new HuntFilter(
                        Severity.MEDIUM,
                        Set.of(Hunt.Kind.INDICATOR, Hunt.Kind.BEHAVIOUR),
                        Set.of("00000000-0000-5000-8000-000000000001")));
        TargetConfiguration sentinel = read.target("sentinel").orElseThrow();
        assertThat(sentinel.kind()).isEqualTo("sentinel");
        assertThat(sentinel.secretVariables()).containsEntry("client-secret", "AZURE_SECRET");
        assertThat(read.verdict().spreadHosts()).isEqualTo(4);
        assertThat(read.verdict().noisyHostShare()).isEqualTo(0.1);
        assertThat(read.validation())
                .isEqualTo(new ValidationConfiguration(
                        7, 30, Duration.ofMinutes(90), Duration.ofMinutes(30), List.of(Finding.RAISED, Finding.BLIND)));
        assertThat(read.promotion()).isEqualTo(new PromotionConfiguration(30, 20));
    }

    @Test
    void allProblemsAreSaidAtOnceEachWithItsLine() {
        assertThat(problems("""
                        deploiment: x
                        targets:
                          splunk:
                            seting: {}
                            state: loud
                            settings:
                              token: abc
                        verdict:
                          spread-hosts: many
                        validate:
                          lag: soon
                        """))
                .containsExactlyInAnyOrder(
                        "harrier.yml:1: no key is called deploiment; did you mean deployment?",
                        "harrier.yml:4: no key is called targets.splunk.seting; did you mean settings?",
                        "harrier.yml:5: targets.splunk.state is not shadow or live: loud",
                        "harrier.yml:7: targets.splunk.settings.token is a credential, which may not stand in this file: use"
                                + " token-file or token-env",
                        "harrier.yml:9: verdict.spread-hosts is not a whole number: many",
                        "harrier.yml:11: validate.lag is not a time such as 30s, 15m, 2h or 1d: soon");
    }

    @Test
    void whatSingleHuntsLeaveOutIsRead() {
        Configuration read = read("""
                allow:
                  00000000-0000-5000-8000-000000000001:
                    Computer: [build-1, build-2]
                    User: CORP\\svc
                """);
        assertThat(read.allow().byHunt().get(HuntId.parse("00000000-0000-5000-8000-000000000001")))
                .isEqualTo(Map.of("Computer", List.of("build-1", "build-2"), "User", List.of("CORP\\svc")));
        assertThat(problems("allow:\n  x: {Computer: a}\n"))
                .containsExactly("harrier.yml:2: allow.x is not a hunt's id");
        assertThat(problems("allow:\n  00000000-0000-5000-8000-000000000001:\n    Computre: a\n"))
                .containsExactly(
                        "harrier.yml:3: allow.00000000-0000-5000-8000-000000000001.Computre is no field of an event");
    }

    @Test
    void aQueryBudgetIsRead() {
        assertThat(read("targets: {s: {events-per-day: 5000000000, over-budget: skip}}")
                        .target("s")
                        .orElseThrow()
                        .budget())
                .contains(new QueryBudget(5_000_000_000L, QueryBudget.Over.SKIP));
        assertThat(problems("targets:\n  s:\n    events-per-day: 0\n")).hasSize(1);
    }

    @Test
    void aWordThatNothingFailsOnIsAProblemWhenItIsRead() {
        assertThat(problems("validate:\n  fail-on: [drift, rised, qqqq]\n"))
                .hasSize(2)
                .contains("harrier.yml:2: validate.fail-on knows no rised; did you mean raised?");
    }

    @Test
    void aCredentialIsNotRepeatedInTheProblem() {
        assertThat(problems("targets:\n  splunk:\n    settings:\n      password: hunter2\n")
                        .toString())
                .doesNotContain("hunter2");
    }

    @Test
    void whatIsNoMappingOrTwiceThereIsAProblem() {
        assertThat(problems("- a\n")).containsExactly("harrier.yml:1: a configuration is a mapping of keys to values");
        assertThat(problems("packs: a\npacks: b\n")).containsExactly("harrier.yml:2: packs stands twice");
        assertThat(problems("targets: [a]\n")).singleElement().asString().contains("targets is not a mapping");
        assertThat(problems("packs: {a: [\n")).singleElement().asString().contains("no valid YAML");
        assertThat(problems("validate: {days: 0}\n")).singleElement().asString().contains("validate makes no sense");
        assertThat(problems("targets: {lab: {}}\n")).singleElement().asString().contains("not lab");
    }

    private static Configuration read(String yaml) {
        return ConfigurationReader.read(yaml, "harrier.yml");
    }

    private static List<String> problems(String yaml) {
        List<String> problems = new ArrayList<>();
        assertThatThrownBy(() -> read(yaml))
                .asInstanceOf(InstanceOfAssertFactories.type(ConfigurationException.class))
                .satisfies(e -> problems.addAll(e.problems()));
        return problems;
    }
}
