package dev.harrier.pack.lint;

import static dev.harrier.dialect.LintFinding.Level.ERROR;
import static dev.harrier.dialect.LintFinding.Level.NOTE;
import static dev.harrier.dialect.LintFinding.Level.WARNING;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.dialect.LintRule;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.Arrays;
import java.util.List;

/** What lint looks for in hunts, whatever the language. */
public enum HuntCheck {
    HUNT001(
            WARNING,
            "a rule whose log source or logic Harrier doesn't hunt for",
            "The rule is read, but no query is made of it.",
            "Use a log source and modifiers that the message does not name, or leave the rule to other tools."),
    HUNT002(
            ERROR,
            "an ATT&CK technique that doesn't exist",
            "Coverage and reports would count a technique that nobody knows.",
            "Correct the tag; the message names the nearest technique."),
    HUNT003(
            NOTE,
            "a hunt that one language can't say exactly",
            "The hunt stays out of that SIEM: nothing is approximated.",
            "Nothing to do, unless the hunt is meant for that SIEM."),
    HUNT004(
            ERROR,
            "a file that holds no valid Sigma rule",
            "None of its rules can be used.",
            "Correct what the message names."),
    HUNT005(
            WARNING,
            "an ATT&CK technique that was revoked or deprecated",
            "Reports count it under the id that took its place, or nowhere.",
            "Use the id that took its place."),
    HUNT006(
            WARNING,
            "a technique that none of the tagged tactics has",
            "Sentinel refuses or misfiles rules whose techniques do not belong to their tactics.",
            "Tag a tactic of the technique, or drop the tactics: Harrier derives them."),
    HUNT007(
            WARNING,
            "an ATT&CK tag that is no tactic, technique, group or software",
            "It is ignored, and with it what it was meant to say.",
            "Correct the tag."),
    HUNT008(
            ERROR,
            "two different hunts with one id",
            "Only one of them can be deployed: the id is the hunt's identity in every SIEM.",
            "Give one of them an id of its own."),
    HUNT009(
            WARNING,
            "two hunts with one title",
            "Analysts cannot tell their alerts apart; Sentinel refuses a second rule of the same name.",
            "Say in the title what tells them apart."),
    HUNT010(WARNING, "two hunts with the same logic", "Every hit would be counted twice.", "Keep one of them."),
    HUNT011(
            NOTE,
            "a hunt that names no false positives",
            "The analyst who gets the alert has to find out alone.",
            "List the known benign causes, or Unknown."),
    HUNT012(
            WARNING,
            "an indicator hunt that never expires",
            "Indicators go stale; the hunt would run, and raise false alarms, for ever.",
            "Give harrier: time-to-live-days."),
    HUNT013(
            ERROR,
            "a value of the section harrier that isn't one of its words or numbers",
            "The hunt cannot be made.",
            "Use a value that the message names."),
    HUNT014(
            NOTE,
            "a hunt without an ATT&CK technique",
            "It is in no coverage report, and its alerts carry no technique.",
            "Tag the technique."),
    HUNT015(
            WARNING,
            "a hunt that no event could be made for",
            "harrier test can't show that it finds what it is meant to find.",
            "Ask for less in its regular expressions, and check that its clauses can be true together."),
    HUNT016(
            ERROR,
            "a preview that differs from what its hunt renders",
            "What is deployed is rendered from the rule: an edit of the preview would be lost silently.",
            "Change the rule, or adopt the text as a native query; harrier generate writes the preview anew."),
    HUNT017(
            WARNING,
            "a rule without an id",
            "Its id is made from its title: renaming it would deploy a second hunt.",
            "Give it a UUID."),
    HUNT018(
            WARNING,
            "a rule without a description",
            "The alert doesn't say what it means.",
            "Say in a sentence what was seen and why it matters."),
    HUNT019(ERROR, "a file that can't be read as text", "Nothing in it was checked.", "Save it as UTF-8."),
    HUNT020(
            NOTE,
            "a query file that no rule of its pack makes",
            "It is a native query's, or left over from a hunt that is gone: an edit of it goes unnoticed.",
            "Delete it if its hunt is gone.");

    private final LintRule rule;

    HuntCheck(Level level, String what, String why, String wayOut) {
        this.rule = new LintRule(name(), level, what, why, wayOut);
    }

    /** All of them, documented. */
    public static List<LintRule> rules() {
        return Arrays.stream(values()).map(HuntCheck::rule).toList();
    }

    LintRule rule() {
        return rule;
    }

    LintFinding at(YamlMark mark, String message) {
        return rule.at(mark.line(), mark.column(), message);
    }
}
