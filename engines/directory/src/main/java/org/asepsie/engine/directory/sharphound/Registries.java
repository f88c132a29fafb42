package org.asepsie.engine.directory.sharphound;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.CaRegistry;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Right;

/// What was read from the registries of certification authorities and domain controllers.
record Registries(ToIntFunction<String> principal) {
    private static final Map<String, Attribute> OF_CONTROLLERS = Map.of(
            "certificatemappingmethods", Attribute.CERT_MAPPING_METHODS,
            "strongcertificatebindingenforcement", Attribute.STRONG_CERT_BINDING);

    CaRegistry authority(int authority, Json registry) {
        return new CaRegistry(
                authority,
                collected(registry, "casecurity")
                        .map(it -> it.objects("data").stream()
                                .flatMap(entry -> grant(entry).stream())
                                .toList()),
                collected(registry, "isuserspecifiessanenabled").flatMap(it -> it.flag("value")),
                collected(registry, "enrollmentagentrestrictions")
                        .map(it -> it.objects("restrictions").stream()
                                .flatMap(restriction -> restriction(restriction).stream())
                                .toList()));
    }

    private static Optional<Json> collected(Json registry, String key) {
        return registry.object(key).filter(it -> it.flag("collected").orElse(false));
    }

    private Optional<CaRegistry.Grant> grant(Json entry) {
        return entry.text("principalsid")
                .flatMap(trustee -> Right.labelled(entry.text("rightname").orElse(""))
                        .map(right -> new CaRegistry.Grant(principal.applyAsInt(trustee), right)));
    }

    private Optional<CaRegistry.AgentRestriction> restriction(Json entry) {
        return entry.object("agent")
                .flatMap(Json::identifier)
                .map(agent -> new CaRegistry.AgentRestriction(
                        principal.applyAsInt(agent),
                        entry.text("accesstype").orElse("").startsWith("AccessAllowed"),
                        entry.flag("alltemplates").orElse(false),
                        entry.object("template")
                                .flatMap(Json::identifier)
                                .map(principal::applyAsInt)
                                .orElse(-1)));
    }

    /// -1 stands for a value that is not set in the registry.
    static void controller(Description object, Json registry, ForestBuilder forest) {
        OF_CONTROLLERS.forEach((key, attribute) -> collected(registry, key).ifPresent(it -> {
            object.number(attribute, (int) (long) it.number("value").orElse(-1L));
            forest.tells(Set.of(attribute));
        }));
    }
}
