package org.asepsie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asepsie.engine.network.declared.PolicyFiles;
import org.asepsie.engine.network.declared.PolicyText;
import org.asepsie.engine.network.declared.UnusablePolicy;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.proof.DeclaredMatrix;
import org.asepsie.engine.network.proof.FoundZones;
import org.asepsie.engine.network.proof.Service;
import org.asepsie.engine.network.proof.Zone;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Zones and declared flows (docs/network-zones.md). Without a file the zones are those found in the configurations,
/// and
/// nothing is declared.
///
/// @param notes what a file of another tool says that a matrix has no place for
record NetworkZones(List<Zone> zones, Optional<DeclaredMatrix> flows, List<Text> notes) {
    NetworkZones(List<Zone> zones, Optional<DeclaredMatrix> flows) {
        this(zones, flows, List.of());
    }

    static NetworkZones of(List<Path> files, List<Device> devices, Language language) {
        if (files.isEmpty()) {
            return new NetworkZones(FoundZones.of(devices), Optional.empty());
        }
        var documents = new ArrayList<Object>();
        for (var file : files) {
            documents.add(new Reader(file.toString(), language).load(file));
        }
        if (documents.stream().allMatch(it -> it instanceof Map<?, ?> root && PolicyFiles.recognises(root))) {
            return AerleonMatrix.read(files, documents, language);
        }
        if (files.size() > 1) {
            throw BadInput.of(
                    new Text(
                            "plusieurs --zones : seuls les fichiers d’Aerleon (networks, services, filters) se lisent ensemble",
                            "several --zones: only files of Aerleon (networks, services, filters) are read together"),
                    language);
        }
        return new Reader(files.getFirst().toString(), language).read(documents.getFirst());
    }

    /// Reads one file; every message names the entry it is about.
    private record Reader(String name, Language language) {
        NetworkZones read(Object document) {
            if (!(document instanceof Map<?, ?> root)) {
                throw bad("« zones » attendu", "\"zones\" expected");
            }
            if (OrchestratorMatrix.recognises(root)) {
                return orchestrator(root);
            }
            var zones = new ArrayList<Zone>();
            for (var entry : maps(root.get("zones"), "zones")) {
                zones.add(zone(entry));
            }
            var names = zones.stream().map(Zone::name).collect(Collectors.toSet());
            if (zones.size() != names.size() || zones.isEmpty()) {
                throw bad("« zones » doit nommer des zones différentes", "\"zones\" must name different zones");
            }
            if (root.get("flows") == null) {
                return new NetworkZones(zones, Optional.empty());
            }
            var flows = new ArrayList<DeclaredMatrix.Flow>();
            for (var entry : maps(root.get("flows"), "flows")) {
                flows.add(flow(entry, names));
            }
            return new NetworkZones(zones, Optional.of(new DeclaredMatrix(flows)));
        }

        private NetworkZones orchestrator(Map<?, ?> root) {
            try {
                return OrchestratorMatrix.read(root);
            } catch (IllegalArgumentException wrong) {
                throw bad("matrice inutilisable : " + wrong.getMessage(), "unusable matrix: " + wrong.getMessage());
            }
        }

        private Object load(Path file) {
            try {
                var text = Files.readString(file);
                return PolicyText.recognises(text)
                        ? PolicyText.read(text)
                        : new Load(LoadSettings.builder().setLabel(name).build()).loadFromString(text);
            } catch (UnusablePolicy wrong) {
                throw bad(wrong.french(), wrong.english());
            } catch (IOException _) {
                throw bad(
                        "fichier illisible ; vérifiez le nom, les droits et l’UTF-8",
                        "cannot be read; check its name, rights and UTF-8");
            } catch (YamlEngineException broken) {
                throw bad("YAML mal formé : " + broken.getMessage(), "malformed YAML: " + broken.getMessage());
            }
        }

        private List<Map<?, ?>> maps(@Nullable Object value, String where) {
            var found = new ArrayList<Map<?, ?>>();
            for (var it : value instanceof List<?> list ? list : List.of()) {
                if (!(it instanceof Map<?, ?> entry)) {
                    throw bad(
                            "« %s » : une liste d’objets est attendue".formatted(where),
                            "\"%s\": a list of objects is expected".formatted(where));
                }
                found.add(entry);
            }
            return found;
        }

        private Zone zone(Map<?, ?> entry) {
            var zone = text(entry, "name");
            only(entry, Set.of("name", "addresses", "interfaces", "device"), zone);
            var addresses = strings(entry, "addresses");
            var attachments = strings(entry, "interfaces").stream()
                    .map(Reader::attachment)
                    .toList();
            var device = Optional.ofNullable(entry.get("device")).map(Object::toString);
            if (addresses.isEmpty() && attachments.isEmpty() && device.isEmpty()) {
                throw bad(
                        "zone « %s » : donnez addresses, interfaces ou device".formatted(zone),
                        "zone \"%s\": give addresses, interfaces or device".formatted(zone));
            }
            return new Zone(
                    zone, addresses.isEmpty() ? Addresses.ALL : addresses(zone, addresses), attachments, device);
        }

        private Addresses addresses(String zone, List<String> texts) {
            try {
                return new Addresses(
                        texts.stream().map(it -> Prefix.of(it).block()).toList());
            } catch (IllegalArgumentException wrong) {
                throw bad(
                        "zone « %s » : %s".formatted(zone, wrong.getMessage()),
                        "zone \"%s\": %s".formatted(zone, wrong.getMessage()));
            }
        }

        /// `eth1`, or `firewall.conf:eth1` where several devices have one.
        private static Zone.Attachment attachment(String text) {
            int colon = text.lastIndexOf(':');
            return colon < 0
                    ? new Zone.Attachment(Optional.empty(), text)
                    : new Zone.Attachment(Optional.of(text.substring(0, colon)), text.substring(colon + 1));
        }

        private DeclaredMatrix.Flow flow(Map<?, ?> entry, Set<String> zones) {
            var from = text(entry, "from");
            var to = text(entry, "to");
            var label = from + " → " + to;
            only(entry, Set.of("from", "to", "services", "required"), label);
            for (var zone : List.of(from, to)) {
                if (!zones.contains(zone)) {
                    throw bad(
                            "flux « %s » : zone inconnue « %s »".formatted(label, zone),
                            "flow \"%s\": unknown zone \"%s\"".formatted(label, zone));
                }
            }
            try {
                var services =
                        strings(entry, "services").stream().map(Service::of).toList();
                return new DeclaredMatrix.Flow(from, to, services, Boolean.TRUE.equals(entry.get("required")));
            } catch (IllegalArgumentException wrong) {
                throw bad(
                        "flux « %s » : %s".formatted(label, wrong.getMessage()),
                        "flow \"%s\": %s".formatted(label, wrong.getMessage()));
            }
        }

        private void only(Map<?, ?> entry, Set<String> known, String label) {
            for (var key : entry.keySet()) {
                if (!known.contains(String.valueOf(key))) {
                    throw bad(
                            "« %s » : mot inconnu « %s »".formatted(label, key),
                            "\"%s\": unknown word \"%s\"".formatted(label, key));
                }
            }
        }

        private String text(Map<?, ?> entry, String key) {
            if (entry.get(key) instanceof String text && !text.isBlank()) {
                return text;
            }
            throw bad("« %s » manque dans %s".formatted(key, entry), "\"%s\" is missing in %s".formatted(key, entry));
        }

        private List<String> strings(Map<?, ?> entry, String key) {
            return switch (entry.get(key)) {
                case null -> List.of();
                case List<?> list -> list.stream().map(String::valueOf).toList();
                case Object single -> List.of(single.toString());
            };
        }

        private BadInput bad(String french, String english) {
            return BadInput.of(new Text(name + " : " + french, name + ": " + english), language);
        }
    }
}
