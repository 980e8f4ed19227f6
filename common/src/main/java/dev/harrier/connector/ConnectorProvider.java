package dev.harrier.connector;

import dev.harrier.dialect.Dialect;
import dev.harrier.hunt.Hunt;
import java.util.List;

/** One kind of SIEM. Found by {@link java.util.ServiceLoader}; must load cheaply (no SDK class before {@link #connect}). */
public interface ConnectorProvider {
    /** The word for {@code --to}, for example {@code splunk}. Unique on the class path. */
    String name();

    /** The query language of this SIEM. The same object each time. */
    Dialect dialect();

    /**
     * Makes a connector. Parses and checks the settings, all problems at once; does no I/O.
     *
     * @throws ConnectorException of kind CONFIGURATION, naming every bad or missing setting
     */
    Connector connect(Settings settings);

    /**
     * The files that a pack holds for this SIEM (queries as previews, and what shops without API access import), in the default
     * profile. Pure and deterministic; a hunt that the dialect can't say is left out. One folder per SIEM, named as this provider.
     */
    default List<ExportedFile> export(List<Hunt> hunts) {
        return List.of();
    }

    /**
     * A file of {@link #export} that is about to take the place of an older one: where such files bear a version, the old one's if
     * nothing else differs, or the next. Pure.
     *
     * @param before the old file's content, which anybody may have edited
     */
    default ExportedFile revised(ExportedFile file, String before) {
        return file;
    }
}
