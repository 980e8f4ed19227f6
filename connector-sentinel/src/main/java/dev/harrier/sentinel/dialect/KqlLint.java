package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.LintFinding.Level;
import dev.harrier.sentinel.dialect.KqlSchema.Platform;
import dev.harrier.sentinel.dialect.KqlToken.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Static checks of a query, against the typed schemas and what Sentinel's analytics rules allow.
 *
 * <ul>
 *   <li>KQL001 error: no KQL (quotes, brackets, a token or operator out of place)
 *   <li>KQL002 error: more than one result
 *   <li>KQL003 error: unknown table
 *   <li>KQL004 error: unknown column
 *   <li>KQL005 error: an operator on a type that it doesn't take, or a comparison of different types
 *   <li>KQL006 error: refused in a rule ({@code search}, {@code union *}, {@code adx()}, {@code cluster()} and their kin,
 *       {@code fork}, {@code render}); externaldata is a warning
 *   <li>KQL007 error: an invisible or space-like character that isn't ASCII, outside of strings; inside them a warning
 *   <li>KQL008 error: longer than a rule may be
 *   <li>KQL009 warning: the result keeps no time column
 *   <li>KQL010 warning: the result keeps no column that an entity can be made of
 *   <li>KQL011 note: a scan that no index helps
 *   <li>KQL012 warning: a literal asterisk in a string operator that knows no wildcards
 *   <li>KQL013 warning: its own time bound; the caller gives the time
 *   <li>KQL014 note: an operator or source that this lint doesn't look into
 *   <li>KQL015 warning: a semicolon at the end, so that nothing can be put behind the query
 * </ul>
 */
final class KqlLint {
    private static final Pattern STRANGE = Pattern.compile("[\\p{Zs}\\p{Zl}\\p{Zp}\\p{Cf}&&[^ ]]");

    private final List<LintFinding> findings = new ArrayList<>();
    private final KqlSchema schema;

    private KqlLint(boolean export) {
        schema = KqlSchema.of(export ? Platform.DEFENDER : Platform.SENTINEL);
    }

    static List<LintFinding> findings(String text, boolean export) {
        KqlLint lint = new KqlLint(export);
        lint.check(text);
        return lint.findings.stream()
                .sorted(Comparator.comparingInt(LintFinding::line).thenComparingInt(LintFinding::column))
                .distinct()
                .toList();
    }

    KqlSchema schema() {
        return schema;
    }

    void add(String code, Level level, String message, Place place) {
        findings.add(new LintFinding(code, level, message, place.line(), place.column()));
    }

    private void check(String text) {
        if (text.length() > KqlRenderer.LONGEST) {
            String message = text.length() + " characters, a rule takes " + KqlRenderer.LONGEST + ": split the hunt";
            add("KQL008", Level.ERROR, message, new Place(1, 1));
        }
        try {
            characters(KqlLexer.tokens(text));
            structure(KqlParser.parse(text), text);
        } catch (KqlSyntaxException e) {
            String code = String.valueOf(e.getMessage()).startsWith("unexpected character U+") ? "KQL007" : "KQL001";
            add(code, Level.ERROR, String.valueOf(e.getMessage()), e.place());
        }
    }

    private void characters(List<KqlToken> tokens) {
        tokens.stream()
                .filter(t ->
                        t.kind() == Kind.STRING && STRANGE.matcher(t.text()).find())
                .forEach(t ->
                        add("KQL007", Level.WARNING, "an invisible character in a string: write it as \\u", t.place()));
    }

    private void structure(KqlQuery query, String text) {
        query.more().ifPresent(p -> add("KQL002", Level.ERROR, "a rule yields one result; this starts a second", p));
        if (query.more().isEmpty() && text.stripTrailing().endsWith(";")) {
            long lines = text.stripTrailing().lines().count();
            String last = text.stripTrailing().lines().reduce((a, b) -> b).orElse("");
            add("KQL015", Level.WARNING, "drop the last semicolon", new Place((int) lines, last.length()));
        }
        LintScope result = new LintPipelines(this, query).pipeline(query.main());
        result(result, query.main().source().place());
    }

    private void result(LintScope result, Place place) {
        if (!result.open() && result.columns().values().stream().noneMatch("datetime"::equals)) {
            add("KQL009", Level.WARNING, "keep TimeGenerated (or the first and last time) in the result", place);
        }
        if (!result.open() && result.columns().keySet().stream().noneMatch(LintScope::entity)) {
            add("KQL010", Level.WARNING, "keep a host, account, address, file or similar column in the result", place);
        }
    }
}
