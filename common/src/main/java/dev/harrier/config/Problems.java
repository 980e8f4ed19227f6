package dev.harrier.config;

import dev.harrier.hunt.yaml.YamlMark;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with a file, collected while it is read. */
final class Problems {
    private final String file;
    private final List<String> found = new ArrayList<>();

    Problems(String file) {
        this.file = file;
    }

    void add(YamlMark place, String what) {
        found.add(file + ":" + place.line() + ": " + what);
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw new ConfigurationException(found);
        }
    }
}
