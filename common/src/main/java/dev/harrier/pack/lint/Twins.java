package dev.harrier.pack.lint;

import dev.harrier.hunt.CanonicalText;
import dev.harrier.hunt.Logic;
import dev.harrier.hunt.NormalForm;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds hunts that are there twice, across all packs: by id, title and logic. A copy in another pack, the same in all, is no twin. */
final class Twins {
    private final Map<String, RuleSource> byId = new HashMap<>();
    private final Map<String, RuleSource> byTitle = new HashMap<>();
    private final Map<String, RuleSource> byLogic = new HashMap<>();
    private final Remarks remarks;

    Twins(Remarks remarks) {
        this.remarks = remarks;
    }

    void add(RuleSource rule) {
        RuleSource same = byId.putIfAbsent(rule.rule().id().toString(), rule);
        if (same != null && sameLogic(same, rule) && !samePack(same, rule)) {
            return;
        }
        if (same != null) {
            twin(HuntCheck.HUNT008, rule, "id", same);
        }
        String title = rule.rule().title().strip().toLowerCase(Locale.ROOT);
        twin(HuntCheck.HUNT009, rule, "title", byTitle.putIfAbsent(title, rule));
        logic(rule).ifPresent(logic -> twin(HuntCheck.HUNT010, rule, "detection", byLogic.putIfAbsent(logic, rule)));
    }

    private void twin(HuntCheck check, RuleSource rule, String key, RuleSource other) {
        if (other != null) {
            String message = "the same " + key + " as in " + other.source().name() + ":"
                    + other.key(key).line();
            remarks.add(rule.source(), check.at(rule.key(key), message));
        }
    }

    private static boolean sameLogic(RuleSource one, RuleSource other) {
        return logic(one).equals(logic(other));
    }

    private static boolean samePack(RuleSource one, RuleSource other) {
        return one.source()
                .path()
                .toAbsolutePath()
                .getParent()
                .equals(other.source().path().toAbsolutePath().getParent());
    }

    private static Optional<String> logic(RuleSource rule) {
        return rule.rule().detection().map(Twins::text);
    }

    private static String text(Logic.Detection detection) {
        return detection.kind() + " " + CanonicalText.of(NormalForm.of(detection.condition()));
    }
}
