package dev.harrier.splunk;

import dev.harrier.connector.ExportedFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the folder {@code splunk} of a pack an app that can be copied to {@code etc/apps} under any name: configuration in {@code
 * default}, never in {@code local}, which is its users'; {@code app.conf} and {@code default.meta} (specs 9.2). It has no identifier of
 * its own, for that must be the folder's name. Nothing of an article is in what is added here.
 */
final class AppFolder {
    private static final String FOLDER = "splunk/";
    private static final String APP = """
            [install]
            is_configured = 1

            [launcher]
            author = Harrier
            description = Hunts as saved searches, all of them switched off
            version = 1.0.0

            [package]
            check_for_updates = 0

            [ui]
            is_visible = 0
            label = Harrier hunts
            """;
    private static final String ACCESS = """
            []
            access = read : [ * ], write : [ admin, power ]
            export = none
            """;

    private AppFolder() {}

    /** The files of a pack's folder {@code splunk}, its {@code .conf} files at their place; nothing around none. */
    static List<ExportedFile> around(List<ExportedFile> files) {
        if (files.isEmpty()) {
            return files;
        }
        List<ExportedFile> app = new ArrayList<>();
        files.forEach(file -> app.add(new ExportedFile(place(file.path()), file.text())));
        app.add(new ExportedFile(FOLDER + "default/app.conf", APP));
        app.add(new ExportedFile(FOLDER + "metadata/default.meta", ACCESS));
        return app;
    }

    private static String place(String path) {
        return path.matches(FOLDER + "[a-z]+\\.conf") ? FOLDER + "default/" + path.substring(FOLDER.length()) : path;
    }
}
