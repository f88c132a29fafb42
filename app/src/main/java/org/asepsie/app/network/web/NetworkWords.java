package org.asepsie.app.network.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.network.BothLanguages;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.Study;
import org.asepsie.app.network.ZonePlan;
import org.asepsie.app.network.ZonePlan.PlannedZone;
import org.asepsie.app.page.Page;
import org.asepsie.engine.network.document.NetworkDocument.LinePart;
import org.asepsie.engine.network.document.NetworkDocument.WitnessPart;
import org.asepsie.knowledge.NetworkModel;
import org.asepsie.knowledge.Text;

/// Says zones, services, packets and lines in words.
public final class NetworkWords {
    private static final int SERVICES_SHOWN = 6;

    /// An interface that no rule names.
    private static final String UNNAMED = "*";

    private final Page page;
    private final NetworkModel model;
    private final ZonePlan plan;
    private final List<Study.OwnZone> devices;

    private NetworkWords(Page page, NetworkModel model, ZonePlan plan, List<Study.OwnZone> devices) {
        this.page = page;
        this.model = model;
        this.plan = plan;
        this.devices = devices;
    }

    public static NetworkWords on(Page page, NetworkModel model, ZonePlan plan, List<Study.OwnZone> devices) {
        return new NetworkWords(page, model, plan, devices);
    }

    public static NetworkWords on(Page page, NetworkModel model, Study study) {
        return new NetworkWords(
                page, model, study.content().plan(), study.content().devices());
    }

    public String zone(String code) {
        if (code.equals(NetworkModel.ANY)) {
            return page.say("network.zone.any");
        }
        var device = devices.stream().filter(it -> it.code().equals(code)).findFirst();
        if (device.isPresent()) {
            return devices.size() == 1
                    ? page.say("network.zone.device")
                    : page.say("network.zone.device-named", device.get().device());
        }
        return plan.zone(code)
                .map(this::zone)
                .orElseGet(() -> code.equals(NetworkModel.DEVICE)
                        ? page.say("network.zone.device")
                        : code.isEmpty() || code.equals("elsewhere") ? page.say("network.zone.elsewhere") : code);
    }

    public String zone(PlannedZone zone) {
        return zone.title().isEmpty()
                ? model.zone(zone.kind()).map(it -> text(it.title())).orElse(zone.code())
                : zone.title();
    }

    public String pair(String from, String to) {
        return page.say("network.pair", zone(from), zone(to));
    }

    /// The same in letters alone: the typeface of documents has no arrow.
    public String spoken(String from, String to) {
        return page.say("network.pair.spoken", zone(from), zone(to));
    }

    /// Who may stand in `from`, and what care loses when `to` falls.
    public Optional<String> risk(String from, String to) {
        var who = kind(from).map(it -> text(it.who()));
        var harm = kind(to).map(it -> text(it.harm()));
        if (who.isEmpty() && harm.isEmpty()) {
            return to.startsWith(NetworkModel.DEVICE) ? Optional.of(page.say("network.risk.device")) : Optional.empty();
        }
        return Optional.of(
                who.isPresent() && harm.isPresent()
                        ? page.say("network.risk", who.get(), harm.get())
                        : who.map(it -> page.say("network.risk.who", it))
                                .or(() -> harm)
                                .orElse(""));
    }

    private Optional<NetworkModel.ZoneKind> kind(String code) {
        return plan.zone(code).map(PlannedZone::kind).flatMap(model::zone);
    }

    public String text(Text text) {
        return page.french() ? text.fr() : text.en();
    }

    /// A few of them, and how many more.
    public String few(List<String> services) {
        if (services.isEmpty()) {
            return page.say("network.none");
        }
        var said = String.join(
                ", ", services.stream().limit(SERVICES_SHOWN).map(this::service).toList());
        var more = services.size() - SERVICES_SHOWN;
        return more > 0 ? page.say("network.more", said, more) : said;
    }

    public String service(String service) {
        return switch (service) {
            case "any" -> page.say("network.service.any");
            case "other" -> page.say("network.service.other");
            default -> service;
        };
    }

    public String packet(WitnessPart packet) {
        var said = page.say("network.packet", packet.source(), packet.destination(), packet.service());
        var in = packet.in().filter(it -> !it.equals(UNNAMED));
        var out = packet.out().filter(it -> !it.equals(UNNAMED));
        return in.isEmpty() && out.isEmpty()
                ? said
                : page.say("network.packet.by", said, in.orElse("–"), out.orElse("–"));
    }

    public String line(LinePart line) {
        return line.line() == 0
                ? page.say("network.line.whole", line.file())
                : page.say("network.line", line.file(), line.line());
    }

    public String role(LinePart line) {
        return page.say("network.role." + line.role());
    }

    public String refusal(NetworkRefused refused) {
        var details = refused.details().stream()
                .map(it -> switch (it) {
                    case BothLanguages both -> page.french() ? both.fr() : both.en();
                    case String text when plan.zone(text).isPresent() -> zone(text);
                    case LocalDate day -> page.date(day);
                    default -> it;
                })
                .toArray();
        return page.say(refused.key(), details);
    }
}
