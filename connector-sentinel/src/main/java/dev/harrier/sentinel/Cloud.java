package dev.harrier.sentinel;

import java.util.Arrays;
import java.util.Optional;

/** Azure's clouds and their addresses (learn.microsoft.com, "Azure Government endpoint mapping", "Azure China developer guide"). */
enum Cloud {
    PUBLIC(
            "public",
            "https://management.azure.com",
            "https://api.loganalytics.io/v1",
            "https://login.microsoftonline.com"),
    US_GOVERNMENT(
            "us-government",
            "https://management.usgovcloudapi.net",
            "https://api.loganalytics.us/v1",
            "https://login.microsoftonline.us"),
    CHINA(
            "china",
            "https://management.chinacloudapi.cn",
            "https://api.loganalytics.azure.cn/v1",
            "https://login.chinacloudapi.cn");

    private final String word;
    private final String arm;
    private final String query;
    private final String authority;

    Cloud(String word, String arm, String query, String authority) {
        this.word = word;
        this.arm = arm;
        this.query = query;
        this.authority = authority;
    }

    static Optional<Cloud> of(String word) {
        return Arrays.stream(values()).filter(cloud -> cloud.word.equals(word)).findFirst();
    }

    String arm() {
        return arm;
    }

    String query() {
        return query;
    }

    String authority() {
        return authority;
    }
}
