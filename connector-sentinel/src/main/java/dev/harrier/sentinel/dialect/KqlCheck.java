package dev.harrier.sentinel.dialect;

import static dev.harrier.dialect.LintFinding.Level.ERROR;
import static dev.harrier.dialect.LintFinding.Level.NOTE;
import static dev.harrier.dialect.LintFinding.Level.WARNING;

import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.dialect.LintRule;
import java.util.Arrays;
import java.util.List;

/** What lint looks for in KQL, against the typed schemas and what Sentinel's analytics rules allow. */
enum KqlCheck {
    KQL001(
            ERROR,
            "no KQL: a quote, bracket, token or operator out of place",
            "Sentinel refuses the query.",
            "Correct the place that the message names."),
    KQL002(
            ERROR,
            "more than one result",
            "A rule's query must yield one result set.",
            "Join or union the statements, or make two hunts."),
    KQL003(
            ERROR,
            "an unknown table",
            "A rule over a table that isn't there cannot be created.",
            "Correct the name; the message names the nearest."),
    KQL004(
            ERROR,
            "an unknown column, or one that an earlier operator left out",
            "Sentinel refuses the query.",
            "Correct the name, or keep the column in the project or summarize that the message names."),
    KQL005(
            ERROR,
            "an operator on a type that it doesn't take, or a comparison of different types",
            "Sentinel refuses the query, or the comparison is never true.",
            "Convert one side (tostring, toint, todatetime), or compare with a literal of the column's type."),
    KQL006(
            ERROR,
            "something that is refused in a rule: search, union *, adx(), cluster(), workspace() and their kin, fork, render",
            "Sentinel refuses the rule, or the query reaches beyond the workspace.",
            "Name the tables."),
    KQL007(
            ERROR,
            "an invisible or space-like character that isn't ASCII, outside of strings",
            "Sentinel answers with an unhelpful error.",
            "Replace it by a space."),
    KQL008(
            ERROR,
            "longer than a rule may be",
            "Sentinel takes 10,000 characters.",
            "Split the hunt, or use a watchlist."),
    KQL009(
            WARNING,
            "a result without a time column",
            "The alert cannot say when it happened, and counts have no days.",
            "Keep TimeGenerated, or the first and last time."),
    KQL010(
            WARNING,
            "a result without a column that an entity can be made of",
            "The alert names no host, account or address to look at.",
            "Keep one in the result."),
    KQL011(
            NOTE,
            "a scan that no index helps",
            "contains, endswith and regular expressions read every row.",
            "Use has, or put a has before it."),
    KQL012(
            WARNING,
            "a literal asterisk in a string operator that knows no wildcards",
            "It looks for an asterisk.",
            "Use startswith, endswith, contains or matches regex."),
    KQL013(
            WARNING,
            "a time bound of its own",
            "The caller gives the time; a bound in the text narrows it further, and counts become wrong.",
            "Drop it."),
    KQL014(
            NOTE,
            "an operator or source that this lint doesn't look into",
            "Columns behind it are not checked.",
            "Nothing to do."),
    KQL015(WARNING, "a semicolon at the end", "Nothing can be put behind the query, such as the count.", "Drop it."),
    KQL016(
            ERROR,
            "an unknown function",
            "Sentinel refuses the query.",
            "Correct the name; the message names the nearest."),
    KQL017(
            ERROR,
            "a function with too few or too many arguments",
            "Sentinel refuses the query.",
            "Give as many as the message says."),
    KQL018(
            NOTE,
            "a regular expression over every row",
            "No term before it narrows the rows that it reads.",
            "Put a has or in before it."),
    KQL019(
            WARNING,
            "a join that multiplies rows, or that drops some silently",
            "A join on a constant is a cross product; without kind, Kusto keeps one row of the left side per key.",
            "Join on columns, and say kind=inner or what is meant."),
    KQL020(
            WARNING,
            "a source outside of the workspace",
            "The rule depends on a remote file.",
            "Use a watchlist, or put the values into the hunt."),
    KQL021(
            WARNING,
            "an invisible character in a string",
            "Nobody sees what is compared.",
            "Write it as \\u and four digits."),
    KQL022(NOTE, "a custom table", "Its columns are not known, so they are not checked.", "Nothing to do."),
    KQL023(
            ERROR,
            "an aggregation where rows are filtered, or a condition that is no bool",
            "Sentinel refuses the query.",
            "Aggregate in summarize first, and filter its result; compare with something."),
    KQL024(
            ERROR,
            "a query that the workspace itself refuses (asked with --online only)",
            "The rule could not be created there.",
            "Correct what the message names, or connect the table that the workspace lacks.");

    private final LintRule rule;

    KqlCheck(Level level, String what, String why, String wayOut) {
        this.rule = new LintRule(name(), level, what, why, wayOut);
    }

    static List<LintRule> rules() {
        return Arrays.stream(values()).map(KqlCheck::rule).toList();
    }

    LintRule rule() {
        return rule;
    }
}
