package dev.harrier.sentinel.dialect;

import static dev.harrier.dialect.LintFinding.Level.ERROR;
import static dev.harrier.dialect.LintFinding.Level.NOTE;
import static dev.harrier.dialect.LintFinding.Level.WARNING;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.dialect.LintRule;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.Arrays;
import java.util.List;

/** What lint looks for in a template of an analytics rule: what the checks of the Azure-Sentinel repository look for, and Sentinel's limits. */
enum TemplateCheck {
    TPL001(ERROR, "no YAML, or a key that stands twice", "The template cannot be read.", "Correct the place."),
    TPL002(
            ERROR,
            "a required field that is missing or empty",
            "Sentinel and the Azure-Sentinel checks refuse the template.",
            "Add it."),
    TPL003(ERROR, "an id that is no GUID", "The rule's resource name is made of it.", "Use the hunt's id."),
    TPL004(ERROR, "a name above 256 or a description above 5,000 characters", "Sentinel refuses it.", "Shorten it."),
    TPL005(ERROR, "a kind that is neither Scheduled nor NRT", "Sentinel refuses it.", "Use Scheduled."),
    TPL006(
            ERROR,
            "a severity that isn't Sentinel's",
            "Sentinel knows High, Medium, Low, Informational.",
            "Use one of them; critical is High."),
    TPL007(
            ERROR,
            "a version that isn't three numbers",
            "Updates of a template are told by its version, of the form 1.0.0 and at most 20 characters.",
            "Use three numbers with dots."),
    TPL008(
            ERROR,
            "a frequency or period that is no time span from 5 minutes to 14 days",
            "Sentinel refuses the rule.",
            "Use, for example, 1h or 1d."),
    TPL009(
            ERROR,
            "a period below its frequency, or one of two days and more that runs more often than hourly",
            "Events between two runs would be missed; Sentinel refuses long looks back at short intervals.",
            "Make the period at least as long as the frequency, and the frequency at least 1h for periods from 2d."),
    TPL010(
            ERROR,
            "a trigger operator or threshold that isn't Sentinel's",
            "The rule would be refused: operators are gt, lt, eq, ne, thresholds 0 to 10,000.",
            "Use gt and 0."),
    TPL011(
            ERROR,
            "an unknown tactic",
            "Sentinel refuses it.",
            "Use Sentinel's spelling; the message names the nearest."),
    TPL012(
            ERROR,
            "an unknown technique, or one that none of the template's tactics has",
            "The Azure-Sentinel checks refuse it, and coverage misfiles it.",
            "Correct the technique, or add its tactic."),
    TPL013(
            ERROR,
            "an entity type or identifier that Sentinel doesn't know, or a type without one of its required identifiers",
            "The entity would not be made.",
            "Use what the message names."),
    TPL014(
            ERROR,
            "a mapped column that the query doesn't yield",
            "Sentinel refuses the rule.",
            "Keep the column in the query's result, or drop the mapping."),
    TPL015(
            ERROR,
            "more mappings or details than Sentinel takes",
            "10 entities with 3 fields each, 20 custom details.",
            "Keep the important ones."),
    TPL016(
            ERROR,
            "a custom detail with an illegal key or column name",
            "Keys are letters, digits and _, at most 20; columns are names.",
            "Rename it."),
    TPL017(
            ERROR,
            "an alert detail with an unknown column, property or too many placeholders",
            "Sentinel refuses it, or shows the placeholder as it is.",
            "Use columns of the result, at most 3 per text."),
    TPL018(
            WARNING,
            "data connectors that are not a list of connectorId and dataTypes",
            "Sentinel can't say whether the data that the rule needs is there.",
            "Give a list, an empty one if none is known."),
    TPL019(
            ERROR,
            "an event grouping or incident setting that isn't Sentinel's",
            "Sentinel refuses it.",
            "Use what the message names."),
    TPL020(NOTE, "a key that templates don't have", "It is ignored.", "Correct its spelling or drop it."),
    TPL021(
            WARNING,
            "a name or description against the style guide",
            "The Azure-Sentinel review asks for a name without a full stop and a description that is there to be read.",
            "Change it."),
    TPL022(
            ERROR,
            "a column that mapped an entity before entityMappings were there, and no mapping of it",
            "The Azure-Sentinel checks refuse it: Sentinel makes no entity of AccountCustomEntity and its kin any more.",
            "Map the column in entityMappings, or leave it out."),
    TPL023(
            WARNING,
            "a character that isn't ASCII",
            "The Azure-Sentinel checks refuse the whole file.",
            "Write it as an escape in a double-quoted text, or use another character."),
    TPL024(
            WARNING,
            "a link into Microsoft's documentation that names a language",
            "The Azure-Sentinel checks refuse it: readers get a language that they did not choose.",
            "Leave the language out of the link, such as en-us.");

    private final LintRule rule;

    TemplateCheck(Level level, String what, String why, String wayOut) {
        this.rule = new LintRule(name(), level, what, why, wayOut);
    }

    static List<LintRule> rules() {
        return Arrays.stream(values()).map(TemplateCheck::rule).toList();
    }

    LintRule rule() {
        return rule;
    }

    LintFinding at(YamlMark mark, String message) {
        return rule.at(mark.line(), mark.column(), message);
    }
}
