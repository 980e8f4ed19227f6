package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.dist.Harrier.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A hunt's life on the command line, against a lab that is kept in a file: planned, deployed, promoted, rolled back, pruned. */
@Tag("slow")
class LifecycleTest {
    private static final String HUNT = "fad2ee64-1e2c-5d56-9a51-2a6b7b7c1d11";
    private static final String RULE = """
            title: Rclone copies to a remote
            id: %s
            status: experimental
            tags: [attack.t1567.002]
            logsource: {category: process_creation, product: windows}
            detection:
              selection: {CommandLine|contains: '%s'}
              condition: selection
            level: high
            """;

    @TempDir
    private Path folder;

    private Harrier harrier;

    @BeforeEach
    void aPackOfOneRule() throws IOException {
        harrier = new Harrier(folder);
        Files.createDirectories(folder.resolve("packs"));
        write("rclone copy");
    }

    @Test
    void deployingTwiceWritesOnceAndAPlanAfterwardsIsEmpty() throws Exception {
        assertThat(run("deploy").out()).contains("lab:spl: 1 of 1 changes written", "lab:kql: 1 of 1 changes written");
        assertThat(run("deploy").out()).contains("lab:spl: 0 of 0 changes written");
        Run plan = run("plan");
        assertThat(plan.exit()).isZero();
        assertThat(plan.out()).contains("lab:spl: 1 keep").doesNotContain("create");
    }

    @Test
    void aPlanIsAppliedAsReviewedOrNotAtAll() throws Exception {
        assertThat(run("plan", "--out", "plan.json").exit()).isZero();
        write("rclone sync");
        Run stale = run("deploy", "--plan", "plan.json");
        assertThat(stale.exit()).isEqualTo(1);
        assertThat(stale.err()).contains("have changed since plan.json was made; nothing was written");
        assertThat(run("plan", "--out", "plan.json").out()).contains("1 create");
        assertThat(run("deploy", "--plan", "plan.json").out()).contains("lab:spl: 1 of 1 changes written");
    }

    @Test
    void aPromotedHuntStaysLiveThroughPlansAndUpdatesUntilItIsSentBack() throws Exception {
        run("deploy");
        assertThat(run("promote", "--hunt", HUNT.substring(0, 8)).out()).contains("lab:spl: live: ");
        assertThat(run("promote", "--hunt", HUNT.substring(0, 8)).out()).contains("lab:spl: live already: ");
        assertThat(run("plan").out()).contains("lab:spl: 1 keep");
        write("rclone sync");
        assertThat(run("plan").out()).containsPattern("lab:spl +update +live");
        run("deploy");
        assertThat(run("promote", "--hunt", HUNT, "--back").out()).contains("lab:spl: shadow: ");
        assertThat(run("plan").out()).contains("lab:spl: 1 keep");
    }

    @Test
    void aRollbackRestoresWhatTheLastApplyReplacedAndNothingThatChangedSince() throws Exception {
        run("deploy");
        write("rclone sync");
        run("deploy");
        assertThat(run("rollback", "--dry-run").out()).contains("1 of 1 changes");
        assertThat(run("rollback").exit()).isZero();
        write("rclone copy");
        assertThat(run("plan").out()).contains("lab:spl: 1 keep", "lab:kql: 1 keep");
        write("rclone move");
        run("deploy");
        Run old = run("rollback", "--run", firstRun());
        assertThat(old.exit()).isEqualTo(1);
        assertThat(old.err()).contains("was changed by a later apply; roll that back first");
    }

    @Test
    void whatIsInNoPackAnyMoreIsUnwantedUntilPrunedAndNeverPrunedInMasses() throws Exception {
        run("deploy");
        Files.move(folder.resolve("packs/rule.yml"), folder.resolve("rule.yml"));
        Run drift = run("drift");
        assertThat(drift.exit()).isEqualTo(1);
        assertThat(drift.out()).contains("unwanted");
        assertThat(run("prune", "--most", "0").exit()).isEqualTo(1);
        assertThat(run("prune", "--dry-run").out()).contains("lab:spl: would switch off ");
        assertThat(run("prune").out()).contains("lab:spl: switches off ", "in no pack");
        assertThat(run("prune").out()).contains("lab:spl: nothing to switch off");
        Files.move(folder.resolve("rule.yml"), folder.resolve("packs/rule.yml"), StandardCopyOption.REPLACE_EXISTING);
        assertThat(run("disable", HUNT.substring(0, 8)).exit()).isEqualTo(1);
    }

    @Test
    void whatAPersonSwitchesOffStaysOffAndAWayBackIsNotTakenBackItself() throws Exception {
        run("deploy");
        String first = HUNT.substring(0, 8);
        assertThat(run("disable", first).out()).contains("lab:spl: switches off ");
        assertThat(run("deploy").out()).contains("lab:spl: 0 of 0 changes written");
        assertThat(run("drift").out()).contains("adjusted");
        assertThat(run("promote", "--hunt", first, "--dry-run").out())
                .containsPattern("lab:spl: would be live: .*stays switched off: disable --back");
        assertThat(run("rollback").out()).contains("lab:spl: enable ");
        assertThat(run("rollback").out()).contains("lab:spl: 0 of 1 changes", "nothing is left of it");
        assertThat(run("disable", "--back", first).exit()).isEqualTo(1);
        run("disable", first);
        assertThat(run("disable", "--back", first).out()).contains("lab:spl: switches on ");
        assertThat(run("plan").out()).contains("lab:spl: 1 keep");
    }

    @Test
    void aBrokenRuleStopsAPruneForItsHuntWouldLookUnwanted() throws Exception {
        run("deploy");
        Files.writeString(folder.resolve("packs/rule.yml"), "title: [broken\n");
        Run prune = run("prune");
        assertThat(prune.exit()).isEqualTo(3);
        assertThat(prune.err()).contains("packs/rule.yml:", "mend it first");
    }

    @Test
    void aConfigurationsProblemsAreSaidAllAtOnce() throws Exception {
        Files.writeString(
                folder.resolve("harrier.yml"), "deploiment: x\ntargets:\n  a: {kind: nosuch}\n  b: {stat: live}\n");
        Run run = harrier.run("plan");
        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.err())
                .contains("harrier.yml:1: no key is called deploiment; did you mean deployment?")
                .contains("harrier.yml:4: no key is called targets.b.stat; did you mean state?");
    }

    private String firstRun() throws IOException {
        String line =
                Files.readAllLines(folder.resolve("history/deployments.jsonl")).get(0);
        return line.replaceFirst(".*\"run\":\"([^\"]+)\".*", "$1");
    }

    private void write(String words) throws IOException {
        Files.writeString(folder.resolve("packs/rule.yml"), RULE.formatted(HUNT, words));
    }

    private Run run(String... arguments) throws IOException, InterruptedException {
        String[] all = new String[arguments.length + 2];
        all[0] = arguments[0];
        all[1] = "--lab=lab.db";
        all[2] = "--to=lab";
        System.arraycopy(arguments, 1, all, 3, arguments.length - 1);
        return harrier.run(all);
    }
}
