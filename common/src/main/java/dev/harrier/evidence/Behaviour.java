package dev.harrier.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * Something that the article says was done on a machine or to an account, as telemetry would show it. Values are as written
 * (refanged), hostile until encoded; each variant keeps its {@link #quote()}.
 */
public sealed interface Behaviour {
    /** Where the article says so. */
    Quote quote();

    /**
     * A command that was run.
     *
     * @param executable base name of the program, lower case, for example {@code rundll32.exe}
     * @param commandLine the whole command line as written, without a prompt
     * @param fragments the literal parts worth matching, most specific first; never the executable alone; may be empty
     */
    record CommandLine(String executable, String commandLine, List<String> fragments, Quote quote)
            implements Behaviour {
        public CommandLine {
            requireNonNull(executable, "executable is null");
            requireNonNull(commandLine, "commandLine is null");
            fragments = List.copyOf(fragments);
            requireNonNull(quote, "quote is null");
        }
    }

    /** A program that was started by another: base names, lower case. */
    record ParentChild(String parent, String child, Quote quote) implements Behaviour {
        public ParentChild {
            requireNonNull(parent, "parent is null");
            requireNonNull(child, "child is null");
            requireNonNull(quote, "quote is null");
        }
    }

    /** A program named as run, without more context: base name, lower case. */
    record Process(String image, Quote quote) implements Behaviour {
        public Process {
            requireNonNull(image, "image is null");
            requireNonNull(quote, "quote is null");
        }
    }

    /** A file written or used: a full or partial path, environment variables and placeholders as written. */
    record FilePath(String path, Quote quote) implements Behaviour {
        public FilePath {
            requireNonNull(path, "path is null");
            requireNonNull(quote, "quote is null");
        }
    }

    /** A registry key or value that was set: the path with the hive as written, the value's data if the article gives it. */
    record RegistryValue(String path, Optional<String> data, Quote quote) implements Behaviour {
        public RegistryValue {
            requireNonNull(path, "path is null");
            requireNonNull(data, "data is null");
            requireNonNull(quote, "quote is null");
        }
    }

    /** A service that was installed or run. */
    record Service(String name, Quote quote) implements Behaviour {
        public Service {
            requireNonNull(name, "name is null");
            requireNonNull(quote, "quote is null");
        }
    }

    /** A scheduled task that was created. */
    record ScheduledTask(String name, Quote quote) implements Behaviour {
        public ScheduledTask {
            requireNonNull(name, "name is null");
            requireNonNull(quote, "quote is null");
        }
    }

    /** A named pipe, without the {@code \\.\pipe} prefix. */
    record NamedPipe(String name, Quote quote) implements Behaviour {
        public NamedPipe {
            requireNonNull(name, "name is null");
            requireNonNull(quote, "quote is null");
        }
    }

    /** The user agent of malicious traffic, whole. */
    record UserAgent(String value, Quote quote) implements Behaviour {
        public UserAgent {
            requireNonNull(value, "value is null");
            requireNonNull(quote, "quote is null");
        }
    }
}
