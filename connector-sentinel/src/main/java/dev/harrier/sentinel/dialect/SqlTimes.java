package dev.harrier.sentinel.dialect;

import dev.harrier.sentinel.dialect.KqlExpression.Constant;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as DuckDB timestamps, timespans as microseconds. */
final class SqlTimes {
    /** Kusto's bins start at the first day of year 1. */
    private static final long ZERO = 62_135_596_800_000_000L;

    private static final Pattern SPAN = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([a-z]+)");

    private SqlTimes() {}

    static SqlValue instant(Constant constant) {
        if (constant.text().isEmpty() || constant.text().equals("null")) {
            return new SqlValue(SqlType.TIME.absent(), SqlType.TIME);
        }
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, parse(constant));
        return new SqlValue("make_timestamp(" + micros + ")", SqlType.TIME);
    }

    private static Instant parse(Constant constant) {
        String text = constant.text().replace(' ', 'T');
        try {
            if (text.indexOf('T') < 0) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            return text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw SqlExpressions.unsupported("the time " + constant.text(), constant.place());
        }
    }

    static SqlValue span(Constant constant) {
        Matcher matcher = SPAN.matcher(constant.text());
        if (!matcher.matches()) {
            throw SqlExpressions.unsupported("the timespan " + constant.text(), constant.place());
        }
        BigDecimal micros = new BigDecimal(matcher.group(1)).multiply(unit(matcher.group(2)));
        return new SqlValue(micros.toBigInteger().toString(), SqlType.SPAN);
    }

    private static BigDecimal unit(String name) {
        return switch (name.charAt(0)) {
            case 'd' -> new BigDecimal(86_400_000_000L);
            case 'h' -> new BigDecimal(3_600_000_000L);
            case 's' -> new BigDecimal(1_000_000);
            case 't' -> new BigDecimal("0.1");
            default ->
                name.startsWith("micro")
                        ? BigDecimal.ONE
                        : new BigDecimal(name.startsWith("ms") || name.startsWith("mil") ? 1_000 : 60_000_000);
        };
    }

    static SqlValue now() {
        return new SqlValue("make_timestamp(epoch_us(now()))", SqlType.TIME);
    }

    static SqlValue plus(SqlValue time, String sign, SqlValue span) {
        return new SqlValue(
                "make_timestamp(epoch_us(" + time.sql() + ") " + sign + " " + span.sql() + ")", SqlType.TIME);
    }

    static SqlValue bin(SqlValue value, SqlValue size) {
        String s = size.sql();
        if (value.type() == SqlType.TIME) {
            String micros = "(epoch_us(" + value.sql() + ") + " + ZERO + ")";
            return new SqlValue(
                    "make_timestamp((" + micros + " // " + s + ") * " + s + " - " + ZERO + ")", SqlType.TIME);
        }
        return new SqlValue(
                "CAST(floor(" + value.sql() + " / " + s + ") * " + s + " AS "
                        + value.type().sql() + ")",
                value.type());
    }

    /** The number of borders of a unit between two times, as Kusto counts. */
    static SqlValue difference(String unit, SqlValue later, SqlValue earlier) {
        return new SqlValue("date_diff('" + unit + "', " + earlier.sql() + ", " + later.sql() + ")", SqlType.LONG);
    }
}
