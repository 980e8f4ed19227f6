package dev.harrier.sentinel.dialect;

import dev.harrier.dialect.ColumnMapping;
import dev.harrier.dialect.ColumnMapping.Transform;
import dev.harrier.dialect.Profile;
import dev.harrier.dialect.TableMapping;
import dev.harrier.hunt.Condition;
import dev.harrier.hunt.EventModel;
import dev.harrier.hunt.Logic;
import dev.harrier.sentinel.dialect.KqlSchema.Platform;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One detection over one table: {@code Table | where ... | project ...}. */
final class KqlText {
    /** What an analyst wants beside a match, where the table has it; entities of Sentinel are made of these. */
    private static final List<String> CONTEXT = List.of(
            "Image",
            "CommandLine",
            "ParentImage",
            "SourceImage",
            "TargetImage",
            "TargetFilename",
            "ImageLoaded",
            "TargetObject",
            "QueryName",
            "DestinationIp",
            "DestinationPort",
            "DestinationHostname",
            "TargetDomainName",
            "TargetUserName",
            "IpAddress",
            "sha256",
            "sender",
            "recipient",
            "subject",
            "attachment",
            "url",
            "c-uri",
            "src_ip");

    /** A constant that no test asks for: every value that the column has. */
    private static final String EVERY = "*";

    private static final List<String> EXPORT_KEYS = List.of("DeviceId", "ReportId");

    private final Logic.Detection detection;
    private final TableMapping mapping;
    private final boolean export;
    private final KqlPatterns patterns;
    private final KqlLists lists;

    KqlText(Logic.Detection detection, TableMapping mapping, Profile profile, boolean terms) {
        this(detection, mapping, profile, terms, KqlLists.inText());
    }

    KqlText(Logic.Detection detection, TableMapping mapping, Profile profile, boolean terms, KqlLists lists) {
        this.detection = detection;
        this.mapping = mapping;
        this.export = profile.option("time", "TimeGenerated").equals("Timestamp");
        this.patterns = new KqlPatterns(terms);
        this.lists = lists;
    }

    String text() {
        return text(Map.of());
    }

    /** The same, and further columns by their names, each with the text of a field. */
    String text(Map<String, String> further) {
        Subjects subjects = new Subjects(mapping);
        List<String> extended = new TreeMap<>(further)
                .entrySet().stream()
                        .map(f -> f.getKey() + " = " + subjects.of(f.getValue()).text())
                        .toList();
        KqlConditions conditions = new KqlConditions(subjects, patterns, lists);
        List<String> tests = conjuncts().stream().map(c -> c.accept(conditions)).toList();
        Set<String> kept = columns(subjects.used());
        List<String> lines = new ArrayList<>(lists.definitions());
        lines.add(source());
        rowsOfKind().forEach(t -> lines.add("| where " + t));
        List<String> keys =
                kept.stream().flatMap(c -> DynamicKey.definition(c).stream()).toList();
        if (!keys.isEmpty()) {
            lines.add("| extend " + String.join(", ", keys));
        }
        tests.forEach(t -> lines.add("| where " + t));
        lines.add("| project "
                + String.join(", ", kept.stream().map(DynamicKey::alias).toList()));
        if (!extended.isEmpty()) {
            lines.add("| extend " + String.join(", ", extended));
        }
        return String.join("\n", lines);
    }

    private List<Condition> conjuncts() {
        return detection.condition() instanceof Condition.All all ? all.parts() : List.of(detection.condition());
    }

    private String source() {
        Platform platform = export ? Platform.DEFENDER : Platform.SENTINEL;
        Optional<Map<String, String>> table = KqlSchema.of(platform).table(mapping.table());
        if (table.isEmpty()) {
            throw new UnsupportedInKqlException(mapping.table() + " is not among the tables of "
                    + (export ? "Defender advanced hunting (time=Timestamp)" : "Log Analytics"));
        }
        if (export && !table.get().containsKey("Timestamp")) {
            throw new UnsupportedInKqlException(
                    mapping.table()
                            + " is a snapshot without Timestamp in Defender advanced hunting, and a custom detection needs one");
        }
        return mapping.table().startsWith("_Im_") ? mapping.table() + "()" : mapping.table();
    }

    /** A table holds several kinds of events: the constants that tell this one, or those that tell the others. */
    private List<String> rowsOfKind() {
        if (!mapping.constants().isEmpty()) {
            return mapping.constants().entrySet().stream()
                    .filter(c -> !c.getValue().equals(EVERY))
                    .sorted(Map.Entry.<String, String>comparingByKey().reversed())
                    .map(c -> oneOf(c.getKey(), List.of(c.getValue().split("\\|"))))
                    .toList();
        }
        return others().flatMap(m -> m.constants().entrySet().stream())
                .filter(c -> !c.getValue().equals(EVERY))
                .flatMap(c -> Stream.of(c.getValue().split("\\|"))
                        .map(v -> DynamicKey.expression(c.getKey()) + " != " + constant(c.getKey(), v)))
                .distinct()
                .toList();
    }

    private String oneOf(String column, List<String> values) {
        String name = DynamicKey.expression(column);
        return values.size() == 1
                ? name + " == " + constant(column, values.get(0))
                : values.stream().map(v -> constant(column, v)).collect(Collectors.joining(", ", name + " in (", ")"));
    }

    private Stream<TableMapping> others() {
        return KqlTables.all().stream().filter(m -> m.table().equals(mapping.table()) && m.kind() != mapping.kind());
    }

    private String constant(String column, String value) {
        boolean number = KqlSchema.number(KqlSchema.of(Platform.SENTINEL).type(mapping.table(), column));
        return number ? value : KqlLiteral.of(value);
    }

    private Set<String> columns(Set<String> used) {
        Set<String> columns = new LinkedHashSet<>();
        columns.add(export ? "Timestamp" : "TimeGenerated");
        exportKeys().forEach(columns::add);
        add(columns, EventModel.COMPUTER);
        accounts(columns);
        mapping.constants().keySet().stream().sorted().forEach(columns::add);
        CONTEXT.forEach(f -> add(columns, f));
        used.forEach(f -> add(columns, f));
        return columns;
    }

    private Stream<String> exportKeys() {
        Optional<Map<String, String>> table = KqlSchema.of(Platform.DEFENDER).table(mapping.table());
        return EXPORT_KEYS.stream()
                .filter(k -> export && table.map(t -> t.containsKey(k)).orElse(false));
    }

    private void accounts(Set<String> columns) {
        mapping.columnsOf(EventModel.USER).stream()
                .sorted((a, b) -> Boolean.compare(
                        b.transform() == Transform.ACCOUNT_DOMAIN, a.transform() == Transform.ACCOUNT_DOMAIN))
                .map(ColumnMapping::column)
                .forEach(columns::add);
    }

    private void add(Set<String> columns, String field) {
        mapping.columnsOf(field).forEach(c -> columns.add(c.column()));
    }
}
