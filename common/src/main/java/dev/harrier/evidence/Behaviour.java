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
        /** Whether Windows runs or loads what such a key or value names: a run key, a service, a hijacked class. */
        public boolean persistence() {
            return PersistenceKeys.isOne(path);
        }

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

    /** What malicious traffic looks like, apart from hosts and user agents, which are indicators or behaviours of their own. */
    record Network(Trait trait, String value, Quote quote) implements Behaviour {
        /** Which part of traffic a value describes. */
        public enum Trait {
            /** A port number, with {@code tcp/} or {@code udp/} before it where the text says so. */
            PORT,
            /** A path, and query if given, of requests to any host. */
            URI_PATH,
            /** The fingerprint of a TLS client. */
            JA3
        }

        public Network {
            requireNonNull(trait, "trait is null");
            requireNonNull(value, "value is null");
            requireNonNull(quote, "quote is null");
        }
    }

    /** Whose audit log shows an {@link Operation}. */
    enum Platform {
        ENTRA,
        EXCHANGE,
        AWS,
        AZURE,
        GCP,
        OKTA,
        KUBERNETES,
        CONTAINER,
        CI,
        PACKAGE_REGISTRY
    }

    /**
     * Something done to an account, a tenant, a cluster, a pipeline or a registry.
     *
     * @param name the operation as the platform's audit log calls it ({@code AssumeRole}, {@code Add service principal credentials}),
     *     or the field's word for it where no one record shows it ({@code MFA fatigue})
     */
    record Operation(Platform platform, String name, Quote quote) implements Behaviour {
        public Operation {
            requireNonNull(platform, "platform is null");
            requireNonNull(name, "name is null");
            requireNonNull(quote, "quote is null");
        }
    }

    /**
     * A script that was run, as script logging would record it.
     *
     * @param language {@code powershell} or {@code windows script}
     * @param fragments literal parts of it worth matching, in text order, at least one
     */
    record Script(String language, List<String> fragments, Quote quote) implements Behaviour {
        public Script {
            requireNonNull(language, "language is null");
            fragments = List.copyOf(fragments);
            requireNonNull(quote, "quote is null");
            if (fragments.isEmpty()) {
                throw new IllegalArgumentException("a script without a part worth matching: " + quote);
            }
        }
    }
}
