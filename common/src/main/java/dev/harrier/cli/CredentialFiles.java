package dev.harrier.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.harrier.connector.Secret;
import dev.harrier.connector.Settings;
import dev.harrier.pack.FileFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the files that hold a target's credentials, and collects which can't be. */
final class CredentialFiles {
    private static final Secret UNREAD = Secret.of("unread");

    private final String target;
    private final List<String> problems = new ArrayList<>();

    CredentialFiles(String target) {
        this.target = target;
    }

    /** A credential, without the line end of its file; of no use if there is a problem with it. */
    Secret read(String name, String file) {
        try {
            return Secret.of(Files.readString(Path.of(file), UTF_8).strip());
        } catch (IOException e) {
            return unread(name, file, FileFailure.words(e));
        } catch (InvalidPathException e) {
            return unread(name, file, "it is no file's name");
        }
    }

    private Secret unread(String name, String file, String why) {
        String setting = name + "-file (" + Settings.variable(target, name + "-file") + ")";
        problems.add(target + ": " + setting + " names " + file + ", which can't be read: " + why);
        return UNREAD;
    }

    List<String> problems() {
        return List.copyOf(problems);
    }
}
