package dev.harrier.lab;

import static dev.harrier.lab.Records.json;
import static dev.harrier.lab.Records.lines;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SpellingsTest {
    private final Lab lab = Lab.inMemory();

    @AfterEach
    void close() {
        lab.close();
    }

    private void load(String record) {
        assertThat(lab.load("record", lines(record)).bad()).isEmpty();
    }

    @Test
    void winlogbeatNestsTheEventsData() {
        load(json(
                "{'@timestamp':'2019-05-18T20:19:19.106Z','log_name':'Security','event_id':4624,'computer_name':'HR001.shire.com',"
                        + "'host':{'name':'WECserver'},'event_data':{'TargetUserName':'alice','TargetDomainName':'SHIRE','LogonType':'3',"
                        + "'IpAddress':'10.1.1.1'},'message':'An account was'}"));

        assertThat(
                        Rows.of(
                                lab,
                                "SELECT \"EventTime\", \"Computer\", \"User\", \"EventID\", \"LogonType\", \"IpAddress\", _remainder FROM store.logon"))
                .containsExactly("2019-05-18 20:19:19.106|HR001.shire.com|SHIRE\\alice|4624|3|10.1.1.1|"
                        + json("{'log_name':'Security','host.name':'WECserver'}"));
    }

    @Test
    void eventXmlAsJsonIsKnown() {
        load(
                json(
                        "{'Event':{'System':{'Provider':{'#attributes':{'Name':'Service Control Manager'}},'EventID':{'#text':7045},"
                                + "'TimeCreated':{'#attributes':{'SystemTime':'2026-11-01T10:00:00.1234567Z'}},'Computer':'dc1'},"
                                + "'EventData':{'ServiceName':'evil','ImagePath':'C:/evil.exe','StartType':'auto start','AccountName':'LocalSystem'}}}"));

        assertThat(
                        Rows.of(
                                lab,
                                "SELECT \"EventTime\", \"Computer\", \"ServiceName\", \"ImagePath\" FROM store.service_creation"))
                .containsExactly("2026-11-01 10:00:00.123456|dc1|evil|C:\\evil.exe");
    }

    @Test
    void sysmonsHashesAreSplitInLowerCase() {
        load(json("{'EventID':7,'SourceName':'Microsoft-Windows-Sysmon','UtcTime':'2026-11-01 10:00:00','Computer':'h',"
                + "'ImageLoaded':'C:/a.dll','Hashes':'SHA1=AB,MD5=CD,SHA256=EF,IMPHASH=01','Signed':'true'}"));

        assertThat(Rows.of(lab, "SELECT md5, sha1, sha256, \"Imphash\", \"Signed\" FROM store.image_load"))
                .containsExactly("cd|ab|ef|01|true");
    }

    @Test
    void defenderExportsAreKnownByTheirActionType() {
        load(json(
                "{'Timestamp':'2026-11-01T10:00:00.1Z','DeviceName':'pc1','ActionType':'ProcessCreated','FileName':'cmd.exe',"
                        + "'FolderPath':'C:/Windows/System32/cmd.exe','ProcessCommandLine':'cmd x','AccountDomain':'lab','AccountName':'alice',"
                        + "'ProcessId':42,'InitiatingProcessFolderPath':'c:/p','InitiatingProcessFileName':'w.exe','InitiatingProcessId':7,"
                        + "'SHA256':'ab','ReportId':99}"));

        assertThat(Rows.of(
                        lab,
                        "SELECT \"Computer\", \"User\", \"Image\", \"CommandLine\", \"ProcessId\", \"ParentImage\", \"ParentProcessId\","
                                + " sha256, _remainder FROM store.process_creation"))
                .containsExactly("pc1|lab\\alice|C:\\Windows\\System32\\cmd.exe|cmd x|42|c:\\p\\w.exe|7|ab|"
                        + "{\"ActionType\":\"ProcessCreated\",\"ReportId\":99}");
    }

    @Test
    void defendersHivesBecomeSysmons() {
        load(
                json(
                        "{'Timestamp':'2026-11-01T10:00:00Z','DeviceName':'pc1','ActionType':'RegistryValueSet',"
                                + "'RegistryKey':'HKEY_LOCAL_MACHINE/SOFTWARE/Run','RegistryValueName':'Run','RegistryValueData':'x'}"));

        assertThat(Rows.of(lab, "SELECT \"TargetObject\", \"Details\" FROM store.registry_set"))
                .containsExactly("HKLM\\SOFTWARE\\Run\\Run|x");
    }

    @Test
    void deletedRegistryKeysAreNotAddedOnes() {
        String record =
                "{'EventID':12,'SourceName':'Microsoft-Windows-Sysmon','UtcTime':'2026-11-01 10:00:00','EventType':'%s'}";

        lab.load("a", lines(json(record.formatted("CreateKey"))));
        LoadReport deleted = lab.load("b", lines(json(record.formatted("DeleteValue"))));

        assertThat(deleted.other()).containsEntry("sysmon/12 DeleteValue", 1L);
        assertThat(Rows.of(lab, "SELECT \"EventType\" FROM store.registry_add")).containsExactly("CreateKey");
    }

    @Test
    void aValueOfTheWrongTypeStaysInTheRemainder() {
        load(json(
                "{'EventID':1,'SourceName':'Microsoft-Windows-Sysmon','UtcTime':'2026-11-01 10:00:00','ProcessId':'many',"
                        + "'tags':['a',{'b':1}]}"));

        assertThat(
                        Rows.of(
                                lab,
                                "SELECT \"ProcessId\", _remainder::JSON->>'ProcessId', _remainder::JSON->>'tags' FROM store.process_creation"))
                .containsExactly("∅|many|[\"a\",{\"b\":1}]");
    }

    @Test
    void aHashIsFoundByItsWholeName() {
        load(json("{'EventID':7,'SourceName':'Microsoft-Windows-Sysmon','UtcTime':'2026-11-01 10:00:00',"
                + "'Hashes':'XMD5=1,MD5=aB,SHA1=\u00c4B,sha256=1'}"));

        assertThat(Rows.of(lab, "SELECT md5, sha1, sha256, \"Imphash\" FROM store.image_load"))
                .containsExactly("ab|\u00e4b|∅|∅");
    }

    /** What names no channel is known by its fields, each record by its own. */
    @Test
    void recordsWithoutAChannelAreKnownOneByOne() {
        String message = json(
                "{'Timestamp':'2026-11-01T10:00:00Z','NetworkMessageId':'1','Subject':'s','SenderFromAddress':'a@b'}");
        String call =
                json("{'eventTime':'2026-11-01T10:00:00Z','eventName':'GetObject','eventSource':'s3.amazonaws.com',"
                        + "'awsRegion':'eu-west-1'}");

        LoadReport report = lab.load("records", lines(message, call, message, call, call));

        assertThat(report.bad()).isEmpty();
        assertThat(report.loaded().values()).containsExactlyInAnyOrder(2L, 3L);
    }

    /** Of one channel and id, some are no events; see {@link Excluded}. */
    @Test
    void whatIsExcludedIsSoBesideWhatIsNot() {
        String created = "{'EventID':12,'SourceName':'Microsoft-Windows-Sysmon','UtcTime':'2026-11-01 10:00:00',"
                + "'EventType':'CreateKey','TargetObject':'HKLM/a'}";
        String deleted = created.replace("CreateKey", "DeleteKey");

        LoadReport report = lab.load("records", lines(json(created), json(deleted), json(created), json(deleted)));

        assertThat(report.bad()).isEmpty();
        assertThat(Rows.of(lab, "SELECT \"EventType\", count(*) FROM store.registry_add GROUP BY ALL"))
                .containsExactly("CreateKey|2");
    }
}
