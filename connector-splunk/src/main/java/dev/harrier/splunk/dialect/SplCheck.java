package dev.harrier.splunk.dialect;

import static dev.harrier.dialect.LintFinding.Level.ERROR;
import static dev.harrier.dialect.LintFinding.Level.NOTE;
import static dev.harrier.dialect.LintFinding.Level.WARNING;

import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.dialect.LintRule;
import java.util.Arrays;
import java.util.List;

/** What the linter looks for in SPL. */
enum SplCheck {
    SPL001(
            ERROR,
            "a quote, bracket, macro or comment that doesn't end, or a pipe without a command",
            "Splunk refuses the search.",
            "Close it, or drop the pipe."),
    SPL002(
            ERROR,
            "a command that writes, sends, deletes, runs code or reaches beyond the indexes",
            "A hunt only reads; what an article or a rule brings along must never change the estate.",
            "Drop the command; let the saved search's own actions do what is wanted."),
    SPL003(
            WARNING,
            "a command that isn't in the allow-list",
            "An app's command may do anything, and may not exist on the target.",
            "Correct its spelling, or use a command of Splunk's own."),
    SPL004(
            ERROR,
            "a CIM data model or dataset that doesn't exist",
            "The search fails, or finds nothing for ever.",
            "Use a dataset of the Common Information Model; the message names the nearest."),
    SPL005(
            ERROR,
            "a field that the dataset doesn't have",
            "tstats finds nothing where it is asked for, and drops every row where it is grouped by.",
            "Use a field of the dataset; the message names the nearest."),
    SPL006(
            ERROR,
            "a macro, where the profile has none",
            "A macro that the target lacks fails the search; one that it has may hold anything.",
            "Inline it, or set macros=true for sites that have it."),
    SPL007(
            NOTE,
            "a value that begins with a wildcard",
            "No index helps: every event of the time range is read.",
            "Anchor the value, or add a term that is indexed."),
    SPL008(
            NOTE,
            "a time bound in the text",
            "The deployment sets the time range; a bound in the text overrides it, and counts become wrong.",
            "Drop it."),
    SPL009(
            WARNING,
            "a data model searched without summariesonly",
            "Its default differs by site: events that are not yet summarised are searched, or silently are not.",
            "Say summariesonly=true or false."),
    SPL010(
            WARNING,
            "tstats grouped without fillnull_value",
            "Rows in which one of the fields is absent are dropped.",
            "Say fillnull_value=\"\" or the like."),
    SPL011(
            NOTE,
            "a command that is slow or silently capped",
            "join and append stop at 50,000 rows or 60 seconds without an error, and the hunt misses events.",
            "stats by the common field often does the same."),
    SPL012(
            NOTE,
            "a search of every index",
            "It costs a look into all data, and what it finds changes with each new source.",
            "Name the index (option index=…)."),
    SPL013(
            WARNING,
            "a search over all time",
            "It reads everything that was ever kept.",
            "Drop the bound: the deployment gives the range."),
    SPL014(
            WARNING,
            "a transaction without maxspan, maxpause or maxevents, or a join without max",
            "A transaction without limits holds all events in memory and evicts silently; a join keeps the first match only.",
            "Give the limit, or use stats."),
    SPL015(
            NOTE,
            "a subsearch",
            "It stops at 10,000 rows or 60 seconds without an error.",
            "Keep it small, or turn it into stats or a lookup."),
    SPL016(
            WARNING,
            "a lookup, saved search or file that the target may not have",
            "The search fails where it is missing, and its content is not under review here.",
            "Put the values into the hunt, or name the lookup in the site's documentation."),
    SPL017(
            ERROR,
            "tstats over a field with another prefix than its dataset's",
            "tstats finds nothing: the field's name begins with its dataset's or an ancestor's.",
            "Use the prefix that the message names."),
    SPL018(ERROR, "a search that is no statement of its own: empty", "There is nothing to run.", "Write the search."),
    SPL019(
            ERROR,
            "an eval function that Splunk doesn't have",
            "Splunk refuses the search.",
            "Correct its name; the message names the nearest."),
    SPL020(
            ERROR,
            "an eval function with too few, too many or the wrong kind of arguments",
            "Splunk refuses the search, or the function is null for every event.",
            "Give what the message says."),
    SPL021(
            ERROR,
            "a search that the target's own parser refuses (asked with --online only)",
            "It would fail there at each run.",
            "Correct what the message names, or give the target the macro, lookup or command that it lacks.");

    private final LintRule rule;

    SplCheck(Level level, String what, String why, String wayOut) {
        this.rule = new LintRule(name(), level, what, why, wayOut);
    }

    static List<LintRule> rules() {
        return Arrays.stream(values()).map(SplCheck::rule).toList();
    }

    LintRule rule() {
        return rule;
    }
}
