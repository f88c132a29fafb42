package org.asepsie.cli;

import java.util.stream.Collectors;
import org.asepsie.knowledge.Text;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Says what is wrong with a command line, in both languages because a wrong line may not have said which, then how the
/// command is used. The parser by itself speaks English alone.
final class WrongLine implements IParameterExceptionHandler {
    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        var command = wrong.getCommandLine();
        var said = said(wrong);
        command.getErr().println(said.fr().equals(said.en()) ? said.fr() : said.fr() + " / " + said.en());
        command.usage(command.getErr());
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static Text said(ParameterException wrong) {
        return switch (wrong) {
            case MissingParameterException missing
            when !missing.getMissing().isEmpty() -> {
                var names = missing.getMissing().stream().map(WrongLine::name).collect(Collectors.joining(", "));
                yield new Text("Il manque : " + names, "Missing: " + names);
            }
            case UnmatchedArgumentException unknown -> {
                var words = String.join(" ", unknown.getUnmatched());
                yield new Text("Inconnu ou de trop : " + words, "Unknown, or too many: " + words);
            }
            case CommandLine.ParameterException other
            when other.getArgSpec() != null && other.getValue() != null -> {
                var name = name(other.getArgSpec());
                yield new Text(
                        "Valeur refusée pour %s : %s".formatted(name, other.getValue()),
                        "Value refused for %s: %s".formatted(name, other.getMessage()));
            }
            default -> new Text(String.valueOf(wrong.getMessage()), String.valueOf(wrong.getMessage()));
        };
    }

    private static String name(ArgSpec argument) {
        return argument instanceof CommandLine.Model.OptionSpec option
                ? option.longestName() + (option.paramLabel().isEmpty() ? "" : " " + option.paramLabel())
                : argument.paramLabel();
    }
}
