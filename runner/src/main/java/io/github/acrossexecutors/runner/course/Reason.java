package io.github.acrossexecutors.runner.course;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file operation failed; the JDK's own messages are often a path and nothing else. */
final class Reason {

    private Reason() {}

    /**
     * Words a failure.
     *
     * @param failure what was thrown
     * @return why, without a full stop
     */
    static String of(IOException failure) {
        if (failure instanceof FileSystemException about) {
            String file = String.valueOf(about.getFile());
            return switch (about) {
                case AccessDeniedException denied -> file + " may not be changed by you";
                case NoSuchFileException missing -> file + " is missing";
                case FileAlreadyExistsException there -> file + " is there already, and is no folder";
                default -> about.getReason() == null ? about.toString() : file + ": " + about.getReason();
            };
        }
        return String.valueOf(failure.getMessage());
    }
}
