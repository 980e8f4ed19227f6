package dev.harrier.evidence;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Step one for paths and file names: is this a path at all, and may it be hunted? The answers are reasons, for people. */
final class FileShape {
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\{1,2}(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[rnt0](?=\\\\|\\W|$|[A-Z]))(?s:.*)");
    private static final Pattern MARKUP = Pattern.compile("\\\\_.*");
    private static final Pattern BARE_HOST = Pattern.compile("\\\\\\\\[^\\\\]*\\\\?");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "<[^<>]*>|\\[[^\\[\\]]*]|\\{[^{}-]*}|%[sduix]|x{3,}|X{3,}|\\*+|\\.{3}|(?:%?RAND(?:OM)?\\w*%?)");
    private static final Pattern SEPARATOR = Pattern.compile("[\\\\/]");
    private static final Set<String> PLACEHOLDER_HOSTS = Set.of(
            "server",
            "servername",
            "host",
            "hostname",
            "computer",
            "computername",
            "target",
            "targethost",
            "machine",
            "remote",
            "remotehost",
            "ip",
            "ipaddress",
            "domain",
            "dc",
            "victim");
    private static final Set<String> PLACEHOLDER_USERS = Set.of("user", "username", "admin", "%username%", "redacted");
    private static final Pattern DETECTION = Pattern.compile("[A-Z][\\w-]*(?:\\.[\\w-]+)*\\.[A-Z]");
    private static final Pattern PICTURE = Pattern.compile("(?i).*\\.(?:png|jpe?g|gif|svg|webp|bmp)");
    private static final Pattern SYSTEM_PLACE = Pattern.compile(
            "(?i)(?:c:\\\\windows|%windir%|%systemroot%)\\\\(?:(?:system32|syswow64)\\\\(?:[\\w.]+\\\\v1\\.0\\\\)?)?[^\\\\]+");
    private static final Pattern TOP_FOLDER =
            Pattern.compile("[A-Za-z]:\\\\+[^\\\\.]*\\\\?|/var/(?:lib|tmp|log|run|spool|cache|www)/?"
                    + "|/usr/(?:bin|sbin|lib|lib64|local|share|src)/?|/etc/(?:init\\.d|cron\\.d|systemd|ssh)/?");
    private static final Pattern BUILD_PLACE = Pattern.compile(
            "(?i).*(?:\\.pdb|\\\\(?:obj|bin|source|src|binaries|projects?)\\\\(?:[^\\\\]+\\\\){0,3}(?:release|debug|x64|x86)\\\\.*|\\\\visual studio \\d{4}\\\\.*)");
    private static final Set<String> SYSTEM_FILES = FactFile.words("system-files.txt");

    private FileShape() {}

    /** Why the value is no path or file name; empty when it may be one, or is of another type. */
    static String reasonAgainst(IndicatorType type, String value) {
        if (type == IndicatorType.FILENAME) {
            return DETECTION.matcher(value).matches() ? "not a file name: a detection name" : "";
        }
        return type == IndicatorType.FILEPATH && value.startsWith("\\") ? withoutDrive(value) : "";
    }

    private static String withoutDrive(String value) {
        if (ESCAPE.matcher(value).matches()) {
            return "not a path: an escape sequence";
        }
        if (MARKUP.matcher(value).matches()) {
            return "not a path: escaped markup";
        }
        if (BARE_HOST.matcher(value).matches()) {
            return "not a path: a host without a share";
        }
        return value.startsWith("\\\\") && isPlaceholderHost(segments(value)[2])
                ? "not a path: a placeholder stands for its host"
                : "";
    }

    private static boolean isPlaceholderHost(String host) {
        return isPlaceholder(host) || PLACEHOLDER_HOSTS.contains(host.toLowerCase(Locale.ROOT));
    }

    private static boolean isPlaceholder(String segment) {
        return mayBePlaceholder(segment) && PLACEHOLDER.matcher(segment).find();
    }

    /** Whether a character stands in it without which there is no placeholder; most have none. */
    private static boolean mayBePlaceholder(String segment) {
        for (int i = 0; i < segment.length(); i++) {
            if ("<[{%*.xXR".indexOf(segment.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private static String[] segments(String path) {
        return SEPARATOR.split(path, -1);
    }

    /** Why a path or file name is never hunted, though somebody names it as an indicator; empty when it may be. */
    static String whyNeverHunted(IndicatorType type, String value) {
        if (type != IndicatorType.FILENAME && type != IndicatorType.FILEPATH) {
            return "";
        }
        if (type == IndicatorType.FILENAME && PICTURE.matcher(value).matches()) {
            return "never hunted: a picture, most often the article's own";
        }
        return type == IndicatorType.FILEPATH ? path(value) : "";
    }

    private static String path(String value) {
        String[] segments = segments(value);
        for (int i = 0; i < segments.length; i++) {
            if (isPlaceholder(segments[i]) || (i > 0 && isUser(segments[i - 1], segments[i]))) {
                return "never hunted: a part of the path is a placeholder";
            }
        }
        if (BUILD_PLACE.matcher(value).matches()) {
            return "never hunted: a place on its developer's machine";
        }
        if (isSystem(value)) {
            return "never hunted: a program or file of the operating system";
        }
        return TOP_FOLDER.matcher(value).matches() ? "never hunted: a folder found everywhere" : "";
    }

    private static boolean isUser(String folder, String name) {
        boolean home = folder.equalsIgnoreCase("users") || folder.equals("home");
        return home && PLACEHOLDER_USERS.contains(name.toLowerCase(Locale.ROOT));
    }

    /** A known program where Windows keeps it, or a file of every Unix. One of that name elsewhere is not it. */
    private static boolean isSystem(String path) {
        return SYSTEM_FILES.contains(path)
                || (SYSTEM_PLACE.matcher(path).matches() && BenignFacts.isCommonFile(Programs.base(path)));
    }
}
