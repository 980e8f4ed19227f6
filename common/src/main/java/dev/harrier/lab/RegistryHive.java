package dev.harrier.lab;

import java.util.Arrays;

/** The registry's hives in Sysmon's words (the event model's) and in the long ones of Defender and CIM. */
enum RegistryHive {
    HKLM("HKEY_LOCAL_MACHINE"),
    HKCU("HKEY_CURRENT_USER"),
    HKU("HKEY_USERS"),
    HKCR("HKEY_CLASSES_ROOT"),
    HKCC("HKEY_CURRENT_CONFIG");

    private final String longName;

    RegistryHive(String longName) {
        this.longName = longName;
    }

    String longName() {
        return longName;
    }

    /** A path with its hive's long name replaced by the short one; others as they are. */
    static String shortened(String path) {
        return Arrays.stream(values())
                .filter(hive -> path.startsWith(hive.longName + "\\") || path.equals(hive.longName))
                .findFirst()
                .map(hive -> hive.name() + path.substring(hive.longName.length()))
                .orElse(path);
    }
}
