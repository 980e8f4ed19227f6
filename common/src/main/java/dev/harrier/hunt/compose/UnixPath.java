package dev.harrier.hunt.compose;

import dev.harrier.hunt.TextPattern;
import dev.harrier.hunt.TextPattern.Part;
import dev.harrier.hunt.TextPattern.Wildcard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A path of Linux or macOS as an article writes it, turned into what telemetry shows: home and placeholders become wildcards. */
final class UnixPath {
    private static final char GAP = '\uE000';
    private static final Pattern HOME = Pattern.compile("^(~[a-z]*|\\$HOME|\\$\\{HOME\\})(?=/)");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "<[^<>/]{1,40}>|\\{[A-Za-z][A-Za-z0-9 _-]{1,40}\\}|\\[[A-Za-z][A-Za-z0-9 _-]{2,40}\\]|[*]+");
    private static final Pattern VARIABLE = Pattern.compile("\\$[A-Za-z_({]");
    private static final Pattern MACOS = Pattern.compile(
            "^\uE000?/(Library|Applications|Users|System/Library|Volumes|private)(/|$)|\\.app(/|$)|/com\\.apple\\.");
    private static final Pattern KERNEL = Pattern.compile("^/(proc|sys)(/|$)");
    private static final Pattern SYSTEM = Pattern.compile(
            "^/(usr/|usr/local/)?(s?bin|lib|lib32|lib64|libexec|include)(/|$)|^/usr/lib/systemd(/|$)|^/etc(/|$)|^/var/(log|run)(/|$)"
                    + "|^/run(/|$)|^/dev(/|$)");
    private static final Pattern LIBRARY = Pattern.compile("lib[A-Za-z0-9_+-]{1,30}\\.(so|a|dylib)([.0-9a]{0,12})");
    private static final Set<String> COMMON = Words.set("common-unix.txt");

    private final String text;

    private UnixPath(String text) {
        this.text = text;
    }

    /** Empty when it holds a variable that we don't know, or nothing of it is left. */
    static Optional<UnixPath> of(String written) {
        String home = HOME.matcher(written.strip()).replaceFirst(String.valueOf(GAP));
        String path = PLACEHOLDER.matcher(home).replaceAll(String.valueOf(GAP));
        boolean known = !VARIABLE.matcher(path).find();
        return known && !path.replace(String.valueOf(GAP), "").isBlank()
                ? Optional.of(new UnixPath(path))
                : Optional.empty();
    }

    static boolean isOne(String path) {
        return path.startsWith("/") || HOME.matcher(path).find();
    }

    boolean isOfMacos() {
        return MACOS.matcher(text).find();
    }

    /** Why the path tells nothing; empty if it tells something. */
    String common() {
        if (KERNEL.matcher(text).find()) {
            return "of the kernel's own file system, whose files no event shows";
        }
        if (text.endsWith("/") || isCommon(name())) {
            return Stream.of(text.split("/")).allMatch(UnixPath::isCommon)
                    ? "a name and folders that every Linux or macOS may have"
                    : text.endsWith("/") || SYSTEM.matcher(text).find() ? "a common name in its own place" : "";
        }
        boolean library =
                LIBRARY.matcher(name()).matches() && SYSTEM.matcher(text).find();
        return library ? "a library's name in its own place" : "";
    }

    static boolean isCommon(String segment) {
        String name = segment.toLowerCase(Locale.ROOT).replaceFirst("\\.pid$", "");
        return name.replace(String.valueOf(GAP), "").isEmpty() || COMMON.contains(name);
    }

    /** For people, {@code *} for what is unknown. */
    String shown() {
        return text.replace(GAP, '*');
    }

    /** The file's type, lower case, empty if it has none. */
    String type() {
        int dot = name().lastIndexOf('.');
        return dot <= 0 ? "" : name().substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    /** This very path. */
    TextPattern exactly() {
        return new TextPattern(parts());
    }

    /** What holds this path. */
    TextPattern held() {
        List<Part> parts = new ArrayList<>(List.of(Wildcard.ANY_RUN));
        parts.addAll(parts());
        parts.add(Wildcard.ANY_RUN);
        return new TextPattern(parts);
    }

    private List<Part> parts() {
        return Gaps.parts(text, GAP);
    }
}
