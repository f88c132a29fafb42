package org.asepsie.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.asepsie.cli.directory.CollectCommand;
import org.asepsie.cli.directory.DirectoryCommand;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.UnreadableKnowledge;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/// Runs a command. Exit status: 0 done, 1 the knowledge checked has problems, 2 a wrong command line, 3 input that
/// cannot be used (each mistake told with its line and its remedy).
@Command(
        name = "asepsie",
        mixinStandardHelpOptions = true,
        version = "0.1.0",
        description = {
            "Évalue la cyber-résilience d’un établissement, sans serveur ni réseau.",
            "Assesses the cyber-resilience of an establishment, with no server and no network."
        },
        subcommands = {Assess.class, Plan.class, Knowledge.class, Network.class, DirectoryCommand.class})
public final class Main implements Runnable {
    static final int PROBLEMS = 1;
    static final int BAD_INPUT = 3;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before anything runs
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, Clock.systemUTC(), args));
    }

    /// @param clock says which day is today
    /// @return the exit status
    public static int run(PrintWriter out, PrintWriter err, Clock clock, String... args) {
        var factory = new CommandsWith(clock);
        return new CommandLine(new Main(), factory)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler(badInput(err))
                .setParameterExceptionHandler(new WrongLine())
                .execute(args);
    }

    /// Without a command there is nothing to do but to say which there are.
    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(), "Une commande est attendue / A command is expected.");
    }

    private static IExecutionExceptionHandler badInput(PrintWriter err) {
        return (thrown, command, _) -> {
            switch (thrown) {
                case BadInput bad -> bad.lines().forEach(err::println);
                case UnreadableConfig broken ->
                    err.println(broken.where()
                            + new Text(" : " + broken.french(), ": " + broken.english()).in(language(command)));
                case UnreadableKnowledge broken ->
                    broken.problems().forEach(it -> err.println(it.in(language(command))));
                default -> throw thrown;
            }
            return BAD_INPUT;
        };
    }

    /// That of the command which failed; French where it has no language of its own.
    private static Language language(CommandLine command) {
        var option = command.getCommandSpec().findOption("--lang");
        return option != null && option.getValue() instanceof Language asked ? asked : Language.FR;
    }

    /// Gives the clock to the commands that need today's date.
    private record CommandsWith(Clock clock) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            if (type == Assess.class) {
                return type.cast(new Assess(clock));
            }
            if (type == DirectoryCommand.class) {
                return type.cast(new DirectoryCommand(clock));
            }
            if (type == CollectCommand.class) {
                return type.cast(new CollectCommand(clock));
            }
            if (type == Plan.class) {
                return type.cast(new Plan(clock));
            }
            return CommandLine.defaultFactory().create(type);
        }
    }
}
