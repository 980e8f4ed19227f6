package dev.harrier.pack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What keeps a file from being read or written, in words that name no Java class. Pure and thread-safe. */
public final class FileFailure {
    private FileFailure() {}

    /** The reason, to follow a colon. */
    public static String words(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "permission is denied";
        }
        if (e instanceof FileAlreadyExistsException there) {
            return there.getFile() + " is there already, and is no folder";
        }
        if (e instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        String reason = e instanceof FileSystemException failed ? failed.getReason() : e.getMessage();
        return reason == null ? "the system gives no reason" : reason;
    }

    /** The same of what a walk through folders wraps. */
    public static String words(UncheckedIOException e) {
        return words(e.getCause());
    }
}
