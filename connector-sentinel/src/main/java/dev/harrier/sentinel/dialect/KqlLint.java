package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.sentinel.dialect.KqlSchema.Platform;
import dev.harrier.sentinel.dialect.KqlToken.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Static checks of a query; what is looked for is in {@link KqlCheck}. Linear in the text's length. */
final class KqlLint {
    private static final Pattern STRANGE = Pattern.compile("[\\p{Zs}\\p{Zl}\\p{Zp}\\p{Cf}&&[^ ]]");

    private final List<LintFinding> findings = new ArrayList<>();
    private final Platform platform;
    private final KqlSchema schema;
    private LintScope result = LintScope.UNKNOWN;

    private KqlLint(boolean export) {
        platform = export ? Platform.DEFENDER : Platform.SENTINEL;
        schema = KqlSchema.of(platform);
    }

    static List<LintFinding> findings(String text, boolean export) {
        return of(text, export).findings();
    }

    /** A text, checked. */
    static KqlLint of(String text, boolean export) {
        KqlLint lint = new KqlLint(export);
        lint.check(text);
        return lint;
    }

    /** In text order, each once. */
    List<LintFinding> findings() {
        return findings.stream()
                .sorted(Comparator.comparingInt(LintFinding::line).thenComparingInt(LintFinding::column))
                .distinct()
                .toList();
    }

    /** The columns that the query yields. */
    LintScope result() {
        return result;
    }

    KqlSchema schema() {
        return schema;
    }

    /** The tables that only lint knows. */
    OtherTables others() {
        return OtherTables.of(platform);
    }

    void add(KqlCheck check, String message, Place place) {
        findings.add(check.rule().at(place.line(), place.column(), message));
    }

    private void check(String text) {
        if (text.length() > KqlRenderer.LIMIT.characters()) {
            String message =
                    text.length() + " characters, a rule takes " + KqlRenderer.LIMIT.characters() + ": split the hunt";
            add(KqlCheck.KQL008, message, new Place(1, 1));
        }
        try {
            List<KqlToken> tokens = KqlLexer.tokens(text);
            characters(tokens);
            structure(KqlParser.parse(tokens), text);
        } catch (KqlSyntaxException e) {
            boolean character = String.valueOf(e.getMessage()).startsWith("unexpected character U+");
            add(character ? KqlCheck.KQL007 : KqlCheck.KQL001, String.valueOf(e.getMessage()), e.place());
        }
    }

    private void characters(List<KqlToken> tokens) {
        tokens.stream()
                .filter(t ->
                        t.kind() == Kind.STRING && STRANGE.matcher(t.text()).find())
                .forEach(t -> add(KqlCheck.KQL021, "an invisible character in a string: write it as \\u", t.place()));
    }

    private void structure(KqlQuery query, String text) {
        query.more().ifPresent(p -> add(KqlCheck.KQL002, "a rule yields one result; this starts a second", p));
        if (query.more().isEmpty() && text.stripTrailing().endsWith(";")) {
            long lines = text.stripTrailing().lines().count();
            String last = text.stripTrailing().lines().reduce((a, b) -> b).orElse("");
            add(KqlCheck.KQL015, "drop the last semicolon", new Place((int) lines, last.length()));
        }
        result = new LintPipelines(this, query).pipeline(query.main());
        result(result, query.main().source().place());
    }

    private void result(LintScope result, Place place) {
        if (!result.open() && result.columns().values().stream().noneMatch(KqlLint::maybeTime)) {
            add(KqlCheck.KQL009, "keep TimeGenerated (or the first and last time) in the result", place);
        }
        if (!result.open() && result.columns().keySet().stream().noneMatch(LintScope::entity)) {
            add(KqlCheck.KQL010, "keep a host, account, address, file or similar column in the result", place);
        }
    }

    private static boolean maybeTime(String type) {
        return type.equals("datetime") || type.equals("unknown");
    }
}
