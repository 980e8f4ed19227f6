package dev.harrier.sentinel.azure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The error code that Entra ID gave, which says all that is safe to say. */
final class IdentityReason {
    private static final Pattern CODE = Pattern.compile("AADSTS\\d{4,8}");

    private IdentityReason() {}

    static String of(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            Matcher code = CODE.matcher(String.valueOf(cause.getMessage()));
            if (code.find()) {
                return code.group();
            }
        }
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName();
    }
}
