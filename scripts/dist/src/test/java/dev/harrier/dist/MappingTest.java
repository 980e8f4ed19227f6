package dev.harrier.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.harrier.connector.ConnectorProvider;
import dev.harrier.connector.Connectors;
import dev.harrier.dialect.Dialect;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.EventKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Where each kind of event lives in each SIEM, side by side. */
class MappingTest {
    private static final Path PAGE = Path.of("target", "mappings.md");

    @Test
    void everyKindOfEventLivesSomewhereInEverySiem() throws IOException {
        List<Dialect> dialects =
                Connectors.discover().stream().map(ConnectorProvider::dialect).toList();
        StringBuilder page = new StringBuilder("| events | "
                + dialects.stream().map(Dialect::name).collect(Collectors.joining(" | ")) + " |\n|---|"
                + "---|".repeat(dialects.size()) + "\n");
        for (EventKind kind : EventKind.values()) {
            page.append("| ").append(kind.words());
            for (Dialect dialect : dialects) {
                String tables = tables(dialect, kind);
                assertThat(tables.isEmpty())
                        .as(kind + " in " + dialect.name() + ": only what has no kind has no table")
                        .isEqualTo(kind == EventKind.OTHER);
                page.append(" | ").append(tables);
            }
            page.append(" |\n");
        }
        Files.createDirectories(PAGE.getParent());
        Files.writeString(PAGE, page);
    }

    private static String tables(Dialect dialect, EventKind kind) {
        return dialect.tables(dialect.defaultProfile()).stream()
                .filter(mapping -> mapping.kind() == kind)
                .map(TableMapping::table)
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
