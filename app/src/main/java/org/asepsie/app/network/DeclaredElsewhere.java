package org.asepsie.app.network;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.asepsie.app.network.ZonePlan.AllowedFlow;
import org.asepsie.app.network.ZonePlan.PlannedZone;
import org.asepsie.engine.network.declared.DeclaredPolicy;
import org.asepsie.engine.network.declared.PolicyFiles;
import org.asepsie.engine.network.declared.PolicyText;
import org.asepsie.engine.network.declared.UnusablePolicy;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.proof.Zone;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Takes zones and what may pass between them from the files of Aerleon or Capirca, where a provider already keeps
/// them:
/// definitions and policies together. A zone of the same name gets their addresses; what they declare is added to what
/// is declared here.
public final class DeclaredElsewhere {
    private static final int LARGEST = 4 << 20;
    private static final int NAMED = 5;

    private DeclaredElsewhere() {}

    /// What was taken: for the page that comes next, which finds it in the session.
    ///
    /// @param leftOut terms of the policy that a matrix of zones has no place for, a few by name
    public record Taken(int zones, int flows, int leftOut, String leftOutNames) implements Serializable {}

    public record Result(ZonePlan plan, Taken taken) {}

    /// @param names what people call each zone
    /// @throws NetworkRefused naming the file, the term or the name that is wrong
    public static Result read(
            List<Configurations.Given> files, ZonePlan plan, Function<PlannedZone, String> names, LocalDate today) {
        var label = files.stream().map(Configurations.Given::name).collect(Collectors.joining(", "));
        var documents =
                files.stream().<Map<?, ?>>map(DeclaredElsewhere::document).toList();
        DeclaredPolicy policy;
        try {
            policy = PolicyFiles.read(documents, today);
        } catch (UnusablePolicy wrong) {
            throw new NetworkRefused(
                    "network.refused.policy", wrong, label, new BothLanguages(wrong.french(), wrong.english()));
        }
        var result = plan;
        Map<String, String> codes = new LinkedHashMap<>();
        for (var zone : policy.zones()) {
            var own = known(zone.name(), result, names).orElse(null);
            if (own == null) {
                own = NewZone.named(zone.name(), result);
                result = result.with(own);
            }
            codes.put(zone.name(), own.code());
            var networks = networks(zone);
            result = result.changing(own.code(), it -> it.at(networks));
        }
        int flows = 0;
        for (var flow : policy.flows().flows()) {
            var added = new AllowedFlow(
                    codes.getOrDefault(flow.from(), flow.from()),
                    codes.getOrDefault(flow.to(), flow.to()),
                    NetworkDocument.services(flow.services()),
                    flow.required(),
                    Optional.empty(),
                    label.length() <= 200 ? label : label.substring(0, 200));
            boolean between = !added.from().equals(added.to());
            if (between && !result.between(added.from(), added.to()).contains(added)) {
                result = result.allowing(added);
                flows++;
            }
        }
        var left = policy.leftOut();
        var few = left.stream().limit(NAMED).map(DeclaredPolicy.LeftOut::term).collect(Collectors.joining(", "));
        return new Result(result, new Taken(policy.zones().size(), flows, left.size(), few));
    }

    private static Optional<PlannedZone> known(String name, ZonePlan plan, Function<PlannedZone, String> names) {
        return plan.zones().stream()
                .filter(it -> it.code().equalsIgnoreCase(name)
                        || names.apply(it).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Map<?, ?> document(Configurations.Given file) {
        if (file.content().length > LARGEST) {
            throw new NetworkRefused("network.refused.too-large", file.name(), LARGEST >> 20);
        }
        var text = new String(file.content(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        try {
            if (PolicyText.recognises(text)) {
                return PolicyText.read(text);
            }
            if (new Load(LoadSettings.builder().setLabel(file.name()).build()).loadFromString(text)
                            instanceof Map<?, ?> root
                    && PolicyFiles.recognises(root)) {
                return root;
            }
        } catch (UnusablePolicy wrong) {
            throw new NetworkRefused(
                    "network.refused.policy", wrong, file.name(), new BothLanguages(wrong.french(), wrong.english()));
        } catch (YamlEngineException | ClassCastException | StackOverflowError wrong) {
            throw new NetworkRefused("network.refused.no-policy", wrong, file.name());
        }
        throw new NetworkRefused("network.refused.no-policy", file.name());
    }

    private static List<String> networks(Zone zone) {
        var found = new ArrayList<String>();
        for (var block : zone.addresses().blocks()) {
            if (block instanceof AddressBlock.Range range) {
                found.add(network(range).toString());
            }
        }
        return found.stream().distinct().toList();
    }

    /// These files know networks only, so every range is one.
    private static Prefix network(AddressBlock.Range range) {
        return IntStream.rangeClosed(0, range.family().bits())
                .mapToObj(it -> new Prefix(range.first(), it))
                .filter(it -> it.first().equals(range.first()) && it.last().equals(range.last()))
                .findFirst()
                .orElseThrow();
    }
}
