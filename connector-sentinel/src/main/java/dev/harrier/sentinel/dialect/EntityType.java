package dev.harrier.sentinel.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The entities of analytics rules and their identifiers, as Azure-Sentinel's {@code EntityMappingIdentifiers} has them. */
public enum EntityType {
    ACCOUNT(
            "Account",
            "FullName|Sid|Name|AadUserId|PUID|ObjectGuid",
            "NTDomain|DnsDomain|UPNSuffix|AadTenantId|IsDomainJoined|DisplayName"),
    HOST(
            "Host",
            "FullName|HostName|NetBiosName|AzureID|OMSAgentID",
            "DnsDomain|NTDomain|OSFamily|OSVersion|IsDomainJoined"),
    IP("IP", "Address", ""),
    MALWARE("Malware", "Name", "Category"),
    FILE("File", "Name", "Directory"),
    PROCESS("Process", "CommandLine|ProcessId", "ElevationToken|CreationTimeUtc"),
    CLOUD_APPLICATION("CloudApplication", "AppId|Name", "InstanceName"),
    DNS("DNS", "DomainName", ""),
    AZURE_RESOURCE("AzureResource", "ResourceId", ""),
    FILE_HASH("FileHash", "Algorithm|Value", ""),
    REGISTRY_KEY("RegistryKey", "Key|Hive", ""),
    REGISTRY_VALUE("RegistryValue", "Name", "Value|ValueType"),
    SECURITY_GROUP("SecurityGroup", "DistinguishedName|SID|ObjectGuid", ""),
    URL("URL", "Url", ""),
    IOT_DEVICE(
            "IoTDevice",
            "DeviceId",
            "DeviceName|Manufacturer|Model|FirmwareVersion|OperatingSystem|MacAddress|Protocols|SerialNumber|Source"
                    + "|IoTSecurityAgentId|DeviceType"),
    MAILBOX("Mailbox", "MailboxPrimaryAddress", "DisplayName|Upn|ExternalDirectoryObjectId|RiskLevel"),
    MAIL_CLUSTER(
            "MailCluster",
            "Query|Source",
            "NetworkMessageIds|CountByDeliveryStatus|CountByThreatType|CountByProtectionStatus|Threats|QueryTime|MailCount"
                    + "|IsVolumeAnomaly|ClusterSourceIdentifier|ClusterSourceType|ClusterQueryStartTime|ClusterQueryEndTime|ClusterGroup"),
    MAIL_MESSAGE(
            "MailMessage",
            "NetworkMessageId|Recipient",
            "Urls|Threats|Sender|P1Sender|P1SenderDisplayName|P1SenderDomain|SenderIP|P2Sender|P2SenderDisplayName|P2SenderDomain"
                    + "|ReceivedDate|InternetMessageId|Subject|BodyFingerprintBin1|BodyFingerprintBin2"
                    + "|BodyFingerprintBin3|BodyFingerprintBin4|BodyFingerprintBin5|AntispamDirection|DeliveryAction|DeliveryLocation|Language"
                    + "|ThreatDetectionMethods"),
    SUBMISSION_MAIL(
            "SubmissionMail",
            "SubmissionId|NetworkMessageId|Recipient|Submitter",
            "SubmissionDate|Timestamp|Sender|SenderIp|Subject|ReportType");

    private static final Map<String, EntityType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EntityType::word, Function.identity()));

    private final String word;
    private final List<String> strong;
    private final List<String> weak;

    EntityType(String word, String strong, String weak) {
        this.word = word;
        this.strong = List.of(strong.split("\\|"));
        this.weak = List.of(weak.split("\\|"));
    }

    /** All, by Sentinel's name. */
    public static Map<String, EntityType> byName() {
        return BY_NAME;
    }

    /** Sentinel's name of it. */
    public String word() {
        return word;
    }

    /** One of which a mapping needs; of a hash, both. */
    public List<String> strong() {
        return strong;
    }

    /** Whether it has such an identifier. */
    public boolean takes(String identifier) {
        return strong.contains(identifier) || weak.contains(identifier);
    }

    /** Whether these identifiers are enough for one. */
    public boolean madeOf(List<String> identifiers) {
        return this == FILE_HASH
                ? identifiers.containsAll(strong)
                : strong.stream().anyMatch(identifiers::contains);
    }
}
