package dev.harrier.cli;

import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** A command's name and description, and the way to make it: picocli models only the one that is called, which halves a start. */
record Subcommand(String name, String description, Supplier<Object> command) {
    static final List<Subcommand> ALL = List.of(
            new Subcommand(
                    "demo",
                    "The whole flow on a shipped article and shipped events, in the embedded lab. Needs no SIEM.",
                    DemoCommand::new),
            new Subcommand(
                    "extract",
                    "Shows what an article says: indicators, behaviours, techniques, severity, each with its quote.",
                    ExtractCommand::new),
            new Subcommand(
                    "generate",
                    "Writes a pack per article: briefing, hunts as Sigma, SPL and KQL, indicators.",
                    GenerateCommand::new),
            new Subcommand(
                    "watch",
                    "Polls feeds politely and keeps a pack for each story that they tell, however many sites tell it.",
                    WatchCommand::new),
            new Subcommand(
                    "run",
                    "Article → pack → lint → deploy → count → verdict, and an HTML report beside the pack.",
                    RunCommand::new),
            new Subcommand(
                    "convert",
                    "Sigma rules to SPL or KQL; what a language cannot say exactly is named, never approximated.",
                    ConvertCommand::new),
            new Subcommand(
                    "lint", "Static checks of hunts and of their queries, all findings at once.", LintCommand::new),
            new Subcommand(
                    "test",
                    "Runs each hunt's SPL and KQL in the lab, on events made to match it and on near misses.",
                    TestCommand::new),
            new Subcommand(
                    "plan", "What a deploy of packs would do, field by field. Writes nothing there.", PlanCommand::new),
            new Subcommand(
                    "deploy", "Brings the targets to what the packs want. Twice writes once.", DeployCommand::new),
            new Subcommand(
                    "drift",
                    "What on the targets is not as the packs want it, whoever is to blame.",
                    DriftCommand::new),
            new Subcommand(
                    "validate",
                    "The scheduled run: drift, coverage, counts, verdicts, a report, one exit code. Writes nothing there.",
                    ValidateCommand::new),
            new Subcommand(
                    "measure",
                    "Hit counts, coverage, verdicts and severity of packs, deployed or not.",
                    MeasureCommand::new),
            new Subcommand("report", "Writes a saved validation in other formats. Asks no target.", ReportCommand::new),
            new Subcommand(
                    "coverage",
                    "What telemetry the hunts need, whether it is there, what more of it would unlock.",
                    CoverageCommand::new),
            new Subcommand(
                    "explain", "One hunt: its clauses, their quotes, its queries, its hits.", ExplainCommand::new),
            new Subcommand("history", "Hits of each hunt day by day, from the ledger.", HistoryCommand::new),
            new Subcommand(
                    "promote",
                    "Which hunts are fit to alert, and why; lets the named ones alert.",
                    PromoteCommand::new),
            new Subcommand("disable", "Switches hunts off, at once.", DisableCommand::new),
            new Subcommand(
                    "prune", "Switches off what is in no pack any more or past its lifetime.", PruneCommand::new),
            new Subcommand("rollback", "Takes back what an earlier run did to the targets.", RollbackCommand::new),
            new Subcommand(
                    "lab",
                    "Loads events into the embedded lab, and says how many of each kind, host and hour are there.",
                    LabCommand::new),
            new Subcommand(
                    "doctor",
                    "Looks whether the SIEMs can be used, and says the way out of what is missing. Writes nothing there.",
                    DoctorCommand::new),
            new Subcommand("init", "A commented harrier.yml to begin with.", InitCommand::new),
            new Subcommand(
                    "config", "What holds after file, environment and defaults; no credential.", ConfigCommand::new),
            new Subcommand("completion", "A completion script for bash, zsh or fish.", CompletionCommand::new));

    /** Adds this command: in full if it is called, else what a list of commands needs. */
    void addTo(CommandLine parent, boolean called) {
        CommandSpec spec = called ? CommandSpec.forAnnotatedObject(command.get()) : CommandSpec.create();
        spec.usageMessage().description(description);
        parent.addSubcommand(name, new CommandLine(spec));
    }
}
