package dev.harrier.evidence;

import java.util.regex.Pattern;

/** Places in the registry whose values Windows runs or loads by itself. Facts: Microsoft's documentation, Sysinternals Autoruns. */
final class PersistenceKeys {
    private static final Pattern KEYS = Pattern.compile(
            "(?i).*(?:\\\\currentversion\\\\(?:policies\\\\explorer\\\\)?run(?:once|onceex|services)?(?:\\\\.*)?$"
                    + "|\\\\winlogon(?:\\\\(?:shell|userinit|notify|taskman|system|vmapplet).*)?$"
                    + "|\\\\image file execution options|\\\\silentprocessexit\\\\|\\\\appinit_dlls|\\\\appcertdlls|\\\\bootexecute"
                    + "|\\\\services\\\\[^\\\\]+|\\\\active setup\\\\installed components|\\\\inprocserver32|\\\\localserver32|\\\\treatas"
                    + "|\\\\explorer\\\\(?:user )?shell folders|\\\\shell\\\\open|\\\\browser helper objects|\\\\shellserviceobjects"
                    + "|\\\\lsa\\\\(?:notification|security|authentication) packages|\\\\print\\\\monitors|\\\\userinitmprlogonscript"
                    + "|\\\\control panel\\\\(?:desktop\\\\scrnsave\\.exe|cpls)|\\\\office test\\\\|\\\\microsoft\\\\netsh|\\\\command processor\\\\autorun"
                    + "|\\\\schedule\\\\taskcache|\\\\windows nt\\\\currentversion\\\\windows\\\\(?:load|run)|\\\\explorer\\\\screensaver|\\\\clsid\\\\\\{).*");

    private PersistenceKeys() {}

    static boolean isOne(String path) {
        return path.length() < 1_000 && KEYS.matcher(path).matches();
    }
}
