package dev.harrier.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Event records as a recorder would write them. */
final class Records {
    private Records() {}

    static InputStream lines(String... lines) {
        return new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8));
    }

    /** Single quotes for double ones, and {@code /} for an escaped backslash. */
    static String json(String text) {
        return text.replace('\'', '"').replace("/", "\\\\");
    }

    static String sysmonProcess(String time, String host, String user, String commandLine) {
        return json("{'EventID':1,'SourceName':'Microsoft-Windows-Sysmon','UtcTime':'" + time + "','Hostname':'" + host
                + "','User':'" + user.replace('\\', '/') + "','Image':'C:/Windows/System32/cmd.exe','CommandLine':'"
                + commandLine + "'}");
    }
}
