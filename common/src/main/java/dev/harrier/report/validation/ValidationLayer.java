package dev.harrier.report.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.harrier.report.Gravity;
import dev.harrier.report.Json;
import dev.harrier.report.ValidationReport;
import dev.harrier.verdict.Verdict;
import java.util.stream.Collectors;

/** The verdicts as an ATT&amp;CK Navigator layer (layer format 4.5): each technique has the score of its hunts' gravest verdict. */
final class ValidationLayer {
    private static final int NAMES = 5;

    private ValidationLayer() {}

    static String of(ValidationReport report) {
        ObjectNode json = Json.object();
        json.put(
                "name",
                "Harrier validation of " + report.window().from() + " to "
                        + report.window().to());
        json.putObject("versions").put("attack", "18").put("navigator", "5.1.0").put("layer", "4.5");
        json.put("domain", "enterprise-attack");
        json.put("description", "The gravest verdict of the hunts for each technique, on any target.");
        json.set(
                "techniques",
                Json.array(
                        new Techniques()
                                .of(new ReportView(report)).stream()
                                        .filter(hunted -> hunted.worst().isPresent())
                                        .toList(),
                        ValidationLayer::technique));
        ObjectNode gradient = json.putObject("gradient");
        gradient.putArray("colors").add("#d7ead0").add("#f3d9a4").add("#b3261e");
        gradient.put("minValue", 0).put("maxValue", 100);
        json.set("legendItems", Json.array(Gravity.order(), ValidationLayer::legend));
        return Json.pretty(json);
    }

    private static ObjectNode technique(Techniques.Hunted hunted) {
        Verdict worst = hunted.worst().orElseThrow();
        String names =
                hunted.hunts().stream().limit(NAMES).map(hunt -> hunt.title()).collect(Collectors.joining("; "));
        int more = hunted.hunts().size() - NAMES;
        ObjectNode json = Json.object();
        json.put("techniqueID", hunted.technique().id());
        json.put("score", score(worst));
        json.put("color", colour(worst));
        json.put("comment", worst.word() + ": " + names + (more > 0 ? "; and " + more + " more hunts" : ""));
        json.put("enabled", true);
        return json;
    }

    private static ObjectNode legend(Verdict verdict) {
        return Json.object().put("label", verdict.word()).put("color", colour(verdict));
    }

    /** What was found, from 100 down; what could not be seen, around the middle; quiet last. */
    private static int score(Verdict verdict) {
        return switch (verdict) {
            case RAISED -> 100;
            case CONFIRMED -> 85;
            case NOISY -> 60;
            case BLOCKED -> 50;
            case ERROR -> 45;
            case BLIND -> 40;
            case INCOMPLETE -> 35;
            case QUIET -> 10;
        };
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case RAISED -> "#8a0d2b";
            case CONFIRMED -> "#d9534a";
            case NOISY -> "#e3b341";
            case BLOCKED -> "#79b8ff";
            case ERROR -> "#9da7b3";
            case BLIND, INCOMPLETE -> "#b392e0";
            case QUIET -> "#a7d78f";
        };
    }
}
