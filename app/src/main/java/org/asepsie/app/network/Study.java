package org.asepsie.app.network;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.document.NetworkDocument.CellPart;

/// One examination of a network, as it is kept: zones, configurations and findings of that moment.
public record Study(UUID id, Instant at, String by, Content content) {
    /// @param plan the zones and flows it was made with
    /// @param devices the zones that are the devices themselves
    /// @param wide rules that let too much through
    /// @param changes what opened or closed since the examination before
    public record Content(
            NetworkDocument document, ZonePlan plan, List<OwnZone> devices, List<WideRule> wide, List<Change> changes) {
        public Content {
            devices = List.copyOf(devices);
            wide = List.copyOf(wide);
            changes = List.copyOf(changes);
        }
    }

    /// @param code as in the matrix
    public record OwnZone(String code, String device) {}

    /// @param side what it leaves open: `target`, `source`, `everywhere`, `everything`
    public record WideRule(String file, int line, String text, String side) {}

    /// @param before services that could pass before; @param after that can now
    public record Change(String from, String to, List<String> before, List<String> after, boolean declared) {
        public Change {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }

        public List<String> opened() {
            return after.stream().filter(it -> !before.contains(it)).toList();
        }

        public List<String> closed() {
            return before.stream().filter(it -> !after.contains(it)).toList();
        }
    }

    public NetworkDocument document() {
        return content.document();
    }

    public Optional<CellPart> cell(String from, String to) {
        return document().matrix().stream()
                .filter(it -> it.from().equals(from) && it.to().equals(to))
                .findFirst();
    }
}
