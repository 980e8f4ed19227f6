package dev.harrier.cli;

/** Where the program starts. The version is answered before picocli loads: scripts ask for it often. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        if (args.length == 1 && (args[0].equals("--version") || args[0].equals("-V"))) {
            System.out.println(Version.TEXT);
            return;
        }
        System.exit(HarrierCommand.run(args));
    }
}
