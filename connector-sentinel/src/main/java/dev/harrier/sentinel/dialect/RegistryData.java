package dev.harrier.sentinel.dialect;

import dev.harrier.hunt.FieldTest.Like;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sysmon's {@code Details}, {@code DWORD (0x00000001)}, where the table has the number in decimal and its type beside it. What has
 * no hexadecimal digits behind {@code 0x} in it can only fit data of other types, or the frame around every number.
 */
record RegistryData(String data, String type) implements Subject {
    private static final Pattern DWORD = Pattern.compile("dword \\(0x([0-9a-f]{8})\\)");
    private static final String NUMBER = "Dword";

    @Override
    public String text() {
        return "iff(" + type + " =~ \"" + NUMBER + "\", strcat(\"DWORD (0x\", tohex(tolong(" + data + "), 8), \")\"), "
                + data + ")";
    }

    @Override
    public String like(Like like, KqlPatterns patterns) {
        return number(like).orElseGet(() -> Subject.super.like(like, patterns));
    }

    /** One whole number is looked for as the table writes it. */
    private Optional<String> number(Like like) {
        Optional<String> exact =
                like.cased() ? Optional.empty() : like.pattern().exact();
        Matcher matcher = DWORD.matcher(exact.orElse("").toLowerCase(Locale.ROOT));
        return matcher.matches() ? Optional.of(is(Long.parseLong(matcher.group(1), 16))) : Optional.empty();
    }

    private String is(long number) {
        return "(" + type + " =~ \"" + NUMBER + "\" and " + data + " == \"" + number + "\")";
    }
}
