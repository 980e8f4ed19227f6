package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.SqlText;
import dev.harrier.sentinel.dialect.KqlExpression.Binary;
import dev.harrier.sentinel.dialect.KqlExpression.Constant;
import dev.harrier.sentinel.dialect.KqlExpression.In;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Operators with Kusto's meaning: string operators without {@code _cs} ignore case, but {@code ==}, {@code !=} and {@code in} don't;
 * {@code has} matches at the borders of terms, which are runs of letters and digits. Sources:
 * learn.microsoft.com/kusto/query/datatypes-string-operators and .../scalar-data-types/null-values.
 */
final class SqlOperators {
    private static final Set<String> ARITHMETIC = Set.of("+", "-", "*", "/", "%");

    private final SqlExpressions expressions;

    SqlOperators(SqlExpressions expressions) {
        this.expressions = expressions;
    }

    SqlValue of(Binary binary) {
        String operator = binary.operator();
        if (operator.equals("and") || operator.equals("or")) {
            return SqlValue.flag(flag(binary.left()) + " " + operator.toUpperCase(java.util.Locale.ROOT) + " "
                    + flag(binary.right()));
        }
        if (ARITHMETIC.contains(operator)) {
            return arithmetic(binary);
        }
        if (Set.of("==", "!=", "<>", "<", ">", "<=", ">=").contains(operator)) {
            return comparison(binary);
        }
        boolean negated = operator.startsWith("!");
        String plain = operator.equals("!~") ? "=~" : negated ? operator.substring(1) : operator;
        SqlValue left = expressions.of(binary.left(), SqlType.TEXT);
        String test = text(plain, left.sql(), binary);
        return SqlValue.flag(negated ? "NOT " + test : test);
    }

    private String flag(KqlExpression expression) {
        return expressions.of(expression, SqlType.FLAG).sql();
    }

    private String text(String operator, String left, Binary binary) {
        if (operator.equals("matches regex")) {
            return regex(left, binary.right());
        }
        boolean cased = operator.endsWith("_cs");
        String word = cased ? operator.substring(0, operator.length() - 3) : operator;
        if (word.startsWith("has")) {
            return has(left, expressions.constantText(binary.right()), cased, word);
        }
        String right = expressions.of(binary.right(), SqlType.TEXT).sql();
        return switch (word) {
            case "=~" -> "(lower(" + left + ") = lower(" + right + "))";
            case "contains" -> function("contains", left, right, cased);
            case "startswith" -> function("starts_with", left, right, cased);
            case "endswith" -> function("suffix", left, right, cased);
            default -> throw SqlExpressions.unsupported("the operator " + operator, binary.place());
        };
    }

    private static String function(String name, String left, String right, boolean cased) {
        return cased ? name + "(" + left + ", " + right + ")" : name + "(lower(" + left + "), lower(" + right + "))";
    }

    private String regex(String left, KqlExpression right) {
        return "regexp_matches(" + left + ", " + SqlText.literal(expressions.constantText(right)) + ")";
    }

    private static String has(String left, String term, boolean cased, String word) {
        boolean start = !word.equals("hassuffix") && borders(term, 0);
        boolean end = !word.equals("hasprefix") && !term.isEmpty() && borders(term, term.length() - 1);
        String regex = (cased ? "(?s)" : "(?is)")
                + (start ? "(?:^|" + TermBorder.CLASS + ")" : "")
                + Re2.quoted(term)
                + (end ? "(?:$|" + TermBorder.CLASS + ")" : "");
        return "regexp_matches(" + left + ", " + SqlText.literal(regex) + ")";
    }

    private static boolean borders(String term, int at) {
        return !term.isEmpty() && Character.isLetterOrDigit(term.charAt(at));
    }

    SqlValue of(In in) {
        boolean negated = in.operator().startsWith("!");
        String operator = negated ? in.operator().substring(1) : in.operator();
        List<KqlExpression> members = expressions.members(in.items());
        String test = members.isEmpty()
                ? "false"
                : operator.startsWith("has") ? hasList(in, operator, members) : list(in, operator, members);
        return SqlValue.flag(negated ? "NOT " + test : test);
    }

    private String hasList(In in, String operator, List<KqlExpression> members) {
        String left = expressions.of(in.left(), SqlType.TEXT).sql();
        return members.stream()
                .map(m -> has(left, expressions.constantText(m), false, "has"))
                .collect(Collectors.joining(operator.equals("has_any") ? " OR " : " AND ", "(", ")"));
    }

    private String list(In in, String operator, List<KqlExpression> members) {
        SqlValue left = expressions.of(in.left());
        boolean folded = operator.equals("in~") && left.type() == SqlType.TEXT;
        String values = members.stream()
                .map(m -> expressions.of(m, left.type()).sql())
                .map(v -> folded ? "lower(" + v + ")" : v)
                .collect(Collectors.joining(", "));
        String subject = folded ? "lower(" + left.sql() + ")" : left.sql();
        return "coalesce(" + subject + " IN (" + values + "), false)";
    }

    private SqlValue comparison(Binary binary) {
        SqlValue left = expressions.of(binary.left());
        SqlValue right = expressions.of(binary.right());
        if (left.type() != right.type()
                && !(left.type().number() && right.type().number())) {
            throw new KqlSyntaxException("compares " + left.type() + " with " + right.type(), binary.place());
        }
        return switch (binary.operator()) {
            case "==" -> equality(binary, left, right, "IS NOT DISTINCT FROM", "=");
            case "!=", "<>" -> equality(binary, left, right, "IS DISTINCT FROM", "<>");
            default -> SqlValue.flag(left.sql() + " " + binary.operator() + " " + right.sql());
        };
    }

    /** Two nulls give null, one null is unequal to any value; text is never null. */
    private static SqlValue equality(Binary binary, SqlValue left, SqlValue right, String withNull, String plain) {
        if (left.type() == SqlType.TEXT) {
            return SqlValue.flag(left.sql() + " " + plain + " " + right.sql());
        }
        String test = left.sql() + " " + withNull + " " + right.sql();
        boolean constant = binary.left() instanceof Constant || binary.right() instanceof Constant;
        String bothNull = left.sql() + " IS NULL AND " + right.sql() + " IS NULL";
        return SqlValue.flag(constant ? test : "CASE WHEN " + bothNull + " THEN NULL ELSE " + test + " END");
    }

    private SqlValue arithmetic(Binary binary) {
        SqlValue left = expressions.of(binary.left());
        SqlValue right = expressions.of(binary.right());
        String operator = binary.operator();
        boolean sum = operator.equals("+") || operator.equals("-");
        if (left.type() == SqlType.TIME && right.type() == SqlType.SPAN && sum) {
            return SqlTimes.plus(left, operator, right);
        }
        if (left.type() == SqlType.TIME && right.type() == SqlType.TIME && operator.equals("-")) {
            return new SqlValue("(epoch_us(" + left.sql() + ") - epoch_us(" + right.sql() + "))", SqlType.SPAN);
        }
        if (left.type() == SqlType.SPAN && right.type() == SqlType.SPAN) {
            return operator.equals("/")
                    ? new SqlValue("(CAST(" + left.sql() + " AS DOUBLE) / " + right.sql() + ")", SqlType.REAL)
                    : new SqlValue("(" + left.sql() + " " + operator + " " + right.sql() + ")", SqlType.SPAN);
        }
        return numeric(binary, left, right);
    }

    private static SqlValue numeric(Binary binary, SqlValue left, SqlValue right) {
        if (!left.type().number() || !right.type().number()) {
            throw new KqlSyntaxException(
                    binary.operator() + " between " + left.type() + " and " + right.type(), binary.place());
        }
        boolean whole = left.type() == SqlType.LONG && right.type() == SqlType.LONG;
        String operator = whole && binary.operator().equals("/") ? "//" : binary.operator();
        return new SqlValue(
                "(" + left.sql() + " " + operator + " " + right.sql() + ")", whole ? SqlType.LONG : SqlType.REAL);
    }
}
