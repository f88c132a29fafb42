package org.asepsie.engine.directory.pingcastle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.asepsie.engine.directory.input.Secrets;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;

/// Reads `HealthcheckData` as a stream. The format has no published schema: unknown elements are passed over, a
/// report
/// without rules is refused. Entities and document types are not resolved.
public final class PingCastle {
    private static final int MOST_DETAILS = 200;

    private PingCastle() {}

    /// @throws Unreadable if the file is no report of PingCastle, or breaks off
    public static PingCastleReport read(Path file) {
        var name = String.valueOf(file.getFileName());
        try (var in = new BufferedInputStream(Files.newInputStream(file))) {
            var factory = XMLInputFactory.newFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return report(factory.createXMLStreamReader(in), name);
        } catch (XMLStreamException broken) {
            var place = broken.getLocation();
            throw new Unreadable(Reason.MALFORMED, name + (place == null ? "" : ":" + place.getLineNumber()), broken);
        } catch (MissingResourceException broken) {
            // what the JDK's parser throws for some broken document types, where it has no words for its own error
            throw new Unreadable(Reason.MALFORMED, name, broken);
        } catch (IOException unopened) {
            throw new Unreadable(Reason.UNOPENED, name, unopened);
        }
    }

    private static PingCastleReport report(XMLStreamReader xml, String name) throws XMLStreamException {
        xml.nextTag();
        if (!xml.getLocalName().equals("HealthcheckData")) {
            throw new Unreadable(Reason.UNKNOWN_FORMAT, name, "<" + xml.getLocalName() + ">");
        }
        var fields = new HashMap<String, String>();
        var rules = new ArrayList<PingCastleReport.Rule>();
        while (nextChild(xml)) {
            switch (xml.getLocalName()) {
                case "RiskRules" -> rules(xml, rules);
                case "DomainFQDN", "DomainSid", "GenerationDate", "EngineVersion" ->
                    fields.put(xml.getLocalName(), xml.getElementText());
                default -> skip(xml);
            }
        }
        return new PingCastleReport(
                name,
                fields.getOrDefault("DomainFQDN", ""),
                fields.getOrDefault("DomainSid", ""),
                Optional.ofNullable(fields.get("GenerationDate")).flatMap(PingCastle::instant),
                fields.getOrDefault("EngineVersion", ""),
                rules);
    }

    private static void rules(XMLStreamReader xml, List<PingCastleReport.Rule> rules) throws XMLStreamException {
        while (nextChild(xml)) {
            var fields = new HashMap<String, String>();
            var details = new ArrayList<String>();
            while (nextChild(xml)) {
                if (xml.getLocalName().equals("Details")) {
                    details(xml, details);
                } else {
                    fields.put(xml.getLocalName(), text(xml));
                }
            }
            if (fields.containsKey("RiskId")) {
                rules.add(rule(fields, details));
            }
        }
    }

    private static PingCastleReport.Rule rule(Map<String, String> fields, List<String> details) {
        var points = fields.getOrDefault("Points", "0");
        return new PingCastleReport.Rule(
                fields.getOrDefault("RiskId", ""),
                fields.getOrDefault("Category", ""),
                points.matches("\\d{1,6}") ? Integer.parseInt(points) : 0,
                fields.getOrDefault("Rationale", ""),
                details);
    }

    /// A detail that seems to hold a password is left out.
    private static void details(XMLStreamReader xml, List<String> details) throws XMLStreamException {
        while (nextChild(xml)) {
            var text = text(xml);
            if (details.size() < MOST_DETAILS && !Secrets.within(text)) {
                details.add(text);
            }
        }
    }

    /// The text of an element without children; "" for one that has some.
    private static String text(XMLStreamReader xml) throws XMLStreamException {
        var text = new StringBuilder();
        var depth = 1;
        var nested = false;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    nested = true;
                }
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                default -> {
                    // comments and the like
                }
            }
        }
        return nested ? "" : text.toString().strip();
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        text(xml);
    }

    /// Moves to the next element inside the current one; false at its end.
    private static boolean nextChild(XMLStreamReader xml) throws XMLStreamException {
        while (true) {
            var event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                return true;
            }
            if (event == XMLStreamConstants.END_ELEMENT || event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
        }
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException local) {
            try {
                return Optional.of(Instant.parse(text.substring(0, Math.min(19, text.length())) + "Z"));
            } catch (DateTimeException odd) {
                return Optional.empty();
            }
        }
    }
}
