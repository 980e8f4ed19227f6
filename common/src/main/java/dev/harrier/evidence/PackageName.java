package dev.harrier.evidence;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What the names of packages, extensions and container images look like, by the word for what they name. */
final class PackageName {
    private static final Pattern PACKAGE =
            Pattern.compile("(?:@[a-z0-9][\\w.-]{0,60}/)?[A-Za-z0-9][\\w.-]{2,100}(?:(?:@|==)v?\\d[\\w.+-]{0,40})?");
    private static final Pattern GO =
            Pattern.compile("[a-z0-9-]+(?:\\.[a-z0-9-]+)+(?:/[\\w.~-]{1,60}){1,5}(?:@v[\\w.+-]{1,40})?");
    private static final Pattern MAVEN =
            Pattern.compile("[A-Za-z][\\w.-]{1,80}:[A-Za-z][\\w.-]{1,80}(?::\\d[\\w.-]{0,40})?");
    private static final Pattern VENDOR = Pattern.compile("[a-z0-9][\\w.-]{0,60}/[a-z0-9][\\w.-]{1,80}");
    private static final Pattern CHROME = Pattern.compile("[a-p]{32}");
    private static final Pattern VS_CODE = Pattern.compile("[A-Za-z0-9][\\w-]{1,60}\\.[A-Za-z0-9][\\w-]{1,80}");
    private static final Pattern IMAGE = Pattern.compile(
            "(?:[a-z0-9.-]{1,100}(?::\\d{2,5})?/)?[a-z0-9][a-z0-9._-]{1,100}(?:/[a-z0-9][a-z0-9._-]{0,100}){0,4}"
                    + "(?::[A-Za-z0-9_][\\w.-]{0,60})?(?:@sha256:[0-9a-f]{64})?");
    private static final Pattern FILE = Pattern.compile(
            "(?i).*\\.(?:m?js|ts|py|exe|dll|whl|tgz|gz|zip|json|sh|ps1|rb|rs|go|java|jar|txt|ya?ml|toml|lock|md|php|so|node|vsix|crx|gem)");
    private static final Pattern ANDROID = Pattern.compile("(?:com|org|net|io|de|ru|cn)\\.[a-z].*");
    private static final Pattern VERSION = Pattern.compile("v?\\d[\\d.]*(?:[-+.]\\w+)*");
    private static final Set<String> PROSE = FactFile.words("package-traps.txt");

    private PackageName() {}

    /**
     * The type of a name, when it may be one.
     *
     * @param name as written
     * @param noun the lower-case word that says what it is: {@code package}, {@code extensions}, {@code image}
     * @param ecosystem the lower-case words around, in which an ecosystem may be named
     */
    static Optional<IndicatorType> typeOf(String name, String noun, String ecosystem) {
        if (FILE.matcher(name).matches() || VERSION.matcher(name).matches() || isProse(name)) {
            return Optional.empty();
        }
        if (noun.startsWith("image")) {
            boolean parts = name.indexOf('/') > 0 || name.indexOf(':') > 0;
            boolean said = parts || ecosystem.contains("docker") || ecosystem.contains("container image");
            return said && IMAGE.matcher(name).matches()
                    ? Optional.of(IndicatorType.CONTAINER_IMAGE)
                    : Optional.empty();
        }
        boolean fits = noun.startsWith("extension") ? isExtension(name) : isPackage(name, ecosystem);
        return fits ? Optional.of(IndicatorType.PACKAGE) : Optional.empty();
    }

    /** Words that stand where names stand: {@code npm install scripts}. */
    static boolean isProse(String name) {
        return PROSE.contains(name.toLowerCase(Locale.ROOT));
    }

    private static boolean isExtension(String name) {
        return CHROME.matcher(name).matches() || VS_CODE.matcher(name).matches();
    }

    private static boolean isPackage(String name, String ecosystem) {
        boolean letters = name.chars().anyMatch(Character::isLetter);
        if (MAVEN.matcher(name).matches()) {
            return ecosystem.contains("maven");
        }
        if (GO.matcher(name).matches()) {
            return ecosystem.contains("go ") || ecosystem.contains("golang");
        }
        if (VENDOR.matcher(name).matches()) {
            return ecosystem.contains("packagist") || ecosystem.contains("composer");
        }
        return letters
                && PACKAGE.matcher(name).matches()
                && (!ANDROID.matcher(name).matches() || ecosystem.contains("maven") || ecosystem.contains("nuget"));
    }
}
