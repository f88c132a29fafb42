package org.asepsie.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.Partition;
import org.asepsie.engine.network.proof.Service;
import org.asepsie.knowledge.Text;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "partition",
        mixinStandardHelpOptions = true,
        exitCodeOnInvalidInput = Main.BAD_INPUT,
        description = {
            "Les classes d’adresses que les règles traitent de même pour un service, et qui peut joindre qui.",
            "The classes of addresses that the rules treat alike for a service, and who may reach whom."
        })
@SuppressWarnings("NullAway.Init") // picocli fills the fields before anything reads them
final class NetworkPartition implements Callable<Integer> {
    @Parameters(
            paramLabel = "FICHIER",
            description = {"Configuration de pare-feu.", "Firewall configuration."})
    private Path file;

    @Option(names = "--service", required = true, paramLabel = "tcp/22", description = "tcp/22, udp/53, icmp/8, any")
    private String service;

    @Option(
            names = "--source-port",
            defaultValue = "10000",
            description = {"Port source (10000).", "Source port (10000)."})
    private int sourcePort;

    @Option(
            names = "--chain",
            paramLabel = "CHAÎNE",
            description = {"Cette liste seule : FORWARD, INPUT…", "That list alone: FORWARD, INPUT…"})
    private @Nullable String chain;

    @Option(
            names = "--sure",
            description = {"Ne compte que ce qui passe sûrement.", "Counts only what surely passes."})
    private boolean sure;

    @Mixin
    private NetworkOptions options;

    record PartitionPart(String service, List<ClassPart> classes, List<EdgePart> edges) {}

    record ClassPart(String name, List<String> ranges) {}

    record EdgePart(String from, String to) {}

    @Override
    public Integer call() {
        var wanted = service();
        var traffic =
                chain != null && chain.toUpperCase(Locale.ROOT).contains("INPUT") ? Traffic.TO_DEVICE : Traffic.THROUGH;
        var device = NetworkInput.read(List.of(file), options.language()).device(chain, traffic, options.language());
        var partition = Analysis.of(List.of(device)).partition(device, traffic, wanted, sourcePort, !sure);
        var part = part(partition);
        var out = options.out();
        if (options.json()) {
            out.println(Json.of(part));
        } else {
            part.classes().forEach(it -> out.println(it.name() + " = " + String.join(", ", it.ranges())));
            part.edges().forEach(it -> out.println(it.from() + " → " + it.to()));
        }
        out.flush();
        return 0;
    }

    private Service service() {
        try {
            return Service.of(service);
        } catch (IllegalArgumentException wrong) {
            throw BadInput.of(
                    new Text(
                            "--service : %s ; attendu : tcp/22, udp/53, icmp/8, any".formatted(service),
                            "--service: " + wrong.getMessage()),
                    options.language());
        }
    }

    private static PartitionPart part(Partition partition) {
        var classes = partition.classes();
        return new PartitionPart(
                partition.service().toString(),
                classes.stream()
                        .map(it -> new ClassPart(
                                it.first().toString(),
                                it.ranges().stream().map(NetworkDocument::block).toList()))
                        .toList(),
                partition.edges().stream()
                        .map(it -> new EdgePart(
                                classes.get(it.from()).first().toString(),
                                classes.get(it.to()).first().toString()))
                        .toList());
    }
}
