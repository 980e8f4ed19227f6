package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.deploy.Change;
import dev.harrier.deploy.ChangeWords;
import dev.harrier.deploy.Fingerprint;
import dev.harrier.deploy.RemoteObject;
import dev.harrier.deploy.WantedObject;
import dev.harrier.operate.TargetPlan;
import dev.harrier.report.PlanJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A plan kept in a file between review and apply. It holds what would be written and fingerprints of what is there, so that an apply of
 * it writes exactly what was reviewed or nothing.
 */
final class PlanFile {
    private PlanFile() {}

    static void write(Path file, String deployment, Planned planned) {
        try {
            Files.writeString(file, text(deployment, planned), UTF_8);
        } catch (IOException e) {
            throw new UnreadableException("cannot write the plan " + file + ": " + e, e);
        }
    }

    /** Whether a plan made now is the one in the file. */
    static boolean matches(Path file, String deployment, Planned planned) {
        try {
            return Files.readString(file, UTF_8).equals(text(deployment, planned));
        } catch (IOException e) {
            throw new UnreadableException("cannot read the plan " + file + ": " + e, e);
        }
    }

    private static String text(String deployment, Planned planned) {
        List<PlanJson.Line> lines = new ArrayList<>();
        for (TargetPlan plan : planned.plans()) {
            for (Change change : plan.plan().writes()) {
                lines.add(
                        new PlanJson.Line(plan.target().name(), ChangeWords.of(change), wanted(change), there(change)));
            }
        }
        return PlanJson.of(deployment, lines);
    }

    private static Map<String, String> wanted(Change change) {
        if (change instanceof Change.Create create) {
            return fields(create.wanted());
        }
        if (change instanceof Change.Update update) {
            return fields(update.wanted());
        }
        return Map.of();
    }

    private static Map<String, String> fields(WantedObject wanted) {
        Map<String, String> fields = new TreeMap<>(wanted.fields());
        wanted.settings().forEach((key, value) -> fields.put("setting " + key, value));
        fields.put("enabled", Boolean.toString(wanted.enabled()));
        return fields;
    }

    private static String there(Change change) {
        if (change instanceof Change.Update update) {
            return fingerprint(update.remote());
        }
        if (change instanceof Change.Enable enable) {
            return fingerprint(enable.remote());
        }
        return change instanceof Change.Disable disable ? fingerprint(disable.remote()) : "";
    }

    private static String fingerprint(RemoteObject remote) {
        Map<String, String> fields = new TreeMap<>(remote.fields());
        remote.settings().forEach((key, value) -> fields.put("setting " + key, value));
        fields.put("enabled", Boolean.toString(remote.enabled()));
        return Fingerprint.of(fields);
    }
}
