package dev.harrier.dist.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Random;

/**
 * Made Sysmon records as NXLog writes them, one JSON object per line and about 1.1 KB each, rendered message included: the ids in the
 * shares that the recordings in {@code corpus/telemetry} have (process access 55 %, registry 22 %, image loads 16 %, processes, connections
 * and others 7 %). The same seed gives the same bytes.
 */
final class SysmonLines extends InputStream {
    private static final String[] PROGRAMS = {"svchost", "explorer", "chrome", "powershell", "cmd", "lsass", "winword"};
    private static final long START = 1_790_000_000L;

    private final Random random;
    private final long count;
    private long made;
    private byte[] line = new byte[0];
    private int next;

    SysmonLines(long count, long seed) {
        this.count = count;
        this.random = new Random(seed);
    }

    @Override
    public int read() {
        return more() ? line[next++] & 0xff : -1;
    }

    @Override
    public int read(byte[] to, int from, int length) {
        if (!more()) {
            return -1;
        }
        int copied = Math.min(length, line.length - next);
        System.arraycopy(line, next, to, from, copied);
        next += copied;
        return copied;
    }

    private boolean more() {
        if (next == line.length && made < count) {
            line = record().getBytes(UTF_8);
            next = 0;
            made++;
        }
        return next < line.length;
    }

    private String record() {
        int share = random.nextInt(100);
        if (share < 55) {
            return record(
                    10,
                    "\"SourceImage\":\"" + program() + "\",\"SourceProcessId\":\"" + random.nextInt(9000)
                            + "\",\"TargetImage\":\"" + program() + "\",\"TargetProcessId\":\"" + random.nextInt(9000)
                            + "\",\"GrantedAccess\":\"0x1000\",\"CallTrace\":\"C:\\\\windows\\\\SYSTEM32\\\\ntdll.dll+9c534|C:\\\\windows"
                            + "\\\\System32\\\\KERNELBASE.dll+305fe|" + Integer.toHexString(random.nextInt()) + "\"");
        }
        if (share < 77) {
            return record(
                    13,
                    subject() + ",\"EventType\":\"SetValue\",\"TargetObject\":\"HKLM\\\\System\\\\CurrentControlSet\\\\"
                            + "Services\\\\S" + random.nextInt(5000)
                            + "\\\\Start\",\"Details\":\"DWORD (0x00000004)\"");
        }
        if (share < 93) {
            return record(
                    7,
                    subject() + ",\"ImageLoaded\":\"C:\\\\Windows\\\\System32\\\\m" + random.nextInt(900)
                            + ".dll\",\"Signed\":\"true\",\"Signature\":\"Microsoft Windows\",\"Hashes\":\"" + hashes()
                            + "\"");
        }
        return share < 97
                ? record(
                        1,
                        subject() + ",\"CommandLine\":\"\\\"" + program() + "\\\" -k " + random.nextLong()
                                + "\",\"ParentImage\":\"" + program() + "\",\"ParentCommandLine\":\"run "
                                + random.nextInt(99)
                                + "\",\"User\":\"LAB\\\\u" + random.nextInt(200) + "\",\"Hashes\":\"" + hashes() + "\"")
                : record(
                        3,
                        subject()
                                + ",\"Protocol\":\"tcp\",\"Initiated\":\"true\",\"SourceIp\":\"10.0.0.7\",\"SourcePort\":\""
                                + random.nextInt(65000) + "\",\"DestinationIp\":\"203.0.113." + random.nextInt(256)
                                + "\",\"DestinationPort\":\"443\"");
    }

    private String record(int id, String data) {
        String message = data.replace("\\\"", "'").replace("\"", "").replace(",", "\\r\\n");
        return "{\"EventID\":" + id
                + ",\"SourceName\":\"Microsoft-Windows-Sysmon\",\"Channel\":\"Microsoft-Windows-Sysmon/Operational\","
                + "\"ProviderGuid\":\"{5770385F-C22A-43E0-BF4C-06F5698FFBD9}\",\"Hostname\":\"WS" + random.nextInt(500)
                + ".lab.example\",\"UtcTime\":\""
                + java.time.Instant.ofEpochSecond(START + made / 50)
                        .toString()
                        .replace("T", " ")
                        .replace("Z", ".123")
                + "\",\"Version\":5,\"Level\":\"4\",\"Keywords\":-9223372036854775808,\"ThreadID\":4208,\"RecordNumber\":"
                + made
                + ",\"SourceModuleName\":\"eventlog\",\"RuleName\":\"-\",\"ProcessGuid\":\"{49a15388-5ccf-5f2b-5502-"
                + random.nextInt(999_999)
                + "}\"," + data + ",\"Message\":\"" + message + "\"}\n";
    }

    private String subject() {
        return "\"Image\":\"" + program() + "\",\"ProcessId\":\"" + random.nextInt(9000) + "\"";
    }

    private String program() {
        return "C:\\\\Windows\\\\System32\\\\" + PROGRAMS[random.nextInt(PROGRAMS.length)] + ".exe";
    }

    private String hashes() {
        return "SHA1=" + hex(40) + ",MD5=" + hex(32) + ",SHA256=" + hex(64) + ",IMPHASH=" + hex(32);
    }

    private String hex(int length) {
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(String.format("%08X", random.nextInt()));
        }
        return text.substring(0, length);
    }
}
