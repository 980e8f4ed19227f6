package dev.harrier.hunt.compose;

import dev.harrier.hunt.LogSource;
import dev.harrier.hunt.catalogue.CatalogueEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What an article must speak of before mere words of it call for a hunt in certain logs: screenshots alone are not PowerShell's. */
final class Surroundings {
    private static final List<String> MICROSOFT_CLOUD = List.of(
            "azure", "azure ad", "entra", "microsoft 365", "office 365", "o365", "m365", "exchange online", "onedrive");
    private static final Map<String, List<String>> WORDS = Map.of(
            "linux", List.of("linux", "unix", "elf", "ubuntu", "bash", "iot devices", "esxi"),
            "macos", List.of("macos", "mac os", "os x", "osx", "macs", "apple"),
            "ps_script", List.of("powershell", "ps1"),
            "azure", MICROSOFT_CLOUD,
            "m365", MICROSOFT_CLOUD,
            "okta", List.of("okta"),
            "aws", List.of("aws", "amazon web services", "amazon s3", "ec2"),
            "kubernetes", List.of("kubernetes", "k8s", "kubelet", "kubectl"),
            "gcp", List.of("gcp", "google cloud"));

    private Surroundings() {}

    static boolean fit(CatalogueEntry entry, ArticleWords words) {
        LogSource source = entry.rule().logSource();
        return Stream.of(source.product(), source.category())
                .flatMap(Optional::stream)
                .map(name -> WORDS.getOrDefault(name, List.of()))
                .allMatch(wanted -> wanted.isEmpty()
                        || wanted.stream().anyMatch(w -> words.find(w).isPresent()));
    }
}
