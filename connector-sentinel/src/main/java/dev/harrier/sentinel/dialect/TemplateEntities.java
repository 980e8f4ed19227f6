package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.LintFinding;
import dev.harrier.dialect.NearestName;
import dev.harrier.hunt.yaml.MarkedYaml;
import dev.harrier.hunt.yaml.YamlMark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A template's entity mappings: legal, few enough, and of columns that the query yields. */
final class TemplateEntities {
    private static final int MOST_ENTITIES = 10;
    private static final int MOST_FIELDS = 3;

    private final MarkedYaml.Fields template;
    private final LintScope result;
    private final List<LintFinding> findings;

    TemplateEntities(MarkedYaml.Fields template, LintScope result, List<LintFinding> findings) {
        this.template = template;
        this.result = result;
        this.findings = findings;
    }

    void check() {
        Optional<MarkedYaml> value = template.get("entityMappings");
        if (value.isPresent() && value.get() instanceof MarkedYaml.Items mappings) {
            if (mappings.items().size() > MOST_ENTITIES) {
                add(TemplateCheck.TPL015, mappings.mark(), mappings.items().size() + " entities, a rule takes 10");
            }
            if (mappings.items().isEmpty()) {
                add(TemplateCheck.TPL013, mappings.mark(), "no entity is mapped: leave entityMappings out");
            }
            mappings.items().forEach(this::mapping);
        } else {
            value.ifPresent(v -> add(TemplateCheck.TPL013, v.mark(), "entityMappings is a list"));
        }
    }

    private void mapping(MarkedYaml mapping) {
        Optional<MarkedYaml.Text> type = text(mapping, "entityType");
        if (type.isEmpty()) {
            add(TemplateCheck.TPL013, mapping.mark(), "a mapping needs an entityType");
            return;
        }
        Optional<EntityType> known =
                Optional.ofNullable(EntityType.byName().get(type.get().value()));
        if (known.isEmpty()) {
            String near =
                    NearestName.words(type.get().value(), EntityType.byName().keySet());
            add(
                    TemplateCheck.TPL013,
                    type.get().mark(),
                    "no entity type " + type.get().value() + near);
        }
        fields(mapping, type.get(), known);
    }

    private void fields(MarkedYaml mapping, MarkedYaml.Text place, Optional<EntityType> type) {
        List<MarkedYaml> fields = ((MarkedYaml.Fields) mapping)
                .get("fieldMappings")
                .filter(MarkedYaml.Items.class::isInstance)
                .map(items -> ((MarkedYaml.Items) items).items())
                .orElse(List.of());
        if (fields.isEmpty() || fields.size() > MOST_FIELDS) {
            add(TemplateCheck.TPL015, place.mark(), fields.size() + " fields of an entity, 1 to 3 are taken");
        }
        List<String> identifiers = new ArrayList<>();
        for (MarkedYaml field : fields) {
            text(field, "identifier").ifPresent(identifier -> {
                if (identifiers.contains(identifier.value())) {
                    add(
                            TemplateCheck.TPL013,
                            identifier.mark(),
                            "the identifier " + identifier.value() + " stands twice");
                }
                identifiers.add(identifier.value());
                type.ifPresent(known -> identifier(known, identifier));
            });
            text(field, "columnName")
                    .ifPresentOrElse(this::column, () -> add(TemplateCheck.TPL013, field.mark(), "no columnName"));
        }
        type.filter(known -> !known.madeOf(identifiers))
                .ifPresent(known -> add(TemplateCheck.TPL013, place.mark(), known.word() + " needs " + needed(known)));
    }

    private static String needed(EntityType type) {
        return (type == EntityType.FILE_HASH ? "all of " : "one of ") + String.join(", ", type.strong());
    }

    private void identifier(EntityType type, MarkedYaml.Text identifier) {
        if (!type.takes(identifier.value())) {
            String message = type.word() + " has no identifier " + identifier.value() + "; " + needed(type);
            add(TemplateCheck.TPL013, identifier.mark(), message);
        }
    }

    private void column(MarkedYaml.Text column) {
        if (!TemplateDetails.isColumn(column.value())) {
            add(TemplateCheck.TPL013, column.mark(), "no name of a column: " + TemplateLint.shown(column.value()));
        } else if (!result.open() && !result.columns().containsKey(column.value())) {
            String near = NearestName.words(column.value(), result.columns().keySet());
            add(TemplateCheck.TPL014, column.mark(), "the query yields no column " + column.value() + near);
        }
    }

    private static Optional<MarkedYaml.Text> text(MarkedYaml mapping, String key) {
        return mapping instanceof MarkedYaml.Fields fields
                ? fields.get(key).flatMap(MarkedYaml::text)
                : Optional.empty();
    }

    private void add(TemplateCheck check, YamlMark mark, String message) {
        findings.add(check.at(mark, message));
    }
}
