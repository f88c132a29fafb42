package org.asepsie.engine.network.reader.source;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.UnreadableConfig;

/// An XML element with the line it starts on. Document types and entities are refused: a configuration needs
/// none, and they are how XML reads other files or fills the memory (OWASP XXE prevention).
public final class XmlElement {
    private static final int DEEPEST = 200;

    private final String name;
    private final Position where;
    private final Map<String, String> attributes;
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(String name, Position where, Map<String, String> attributes) {
        this.name = name;
        this.where = where;
        this.attributes = attributes;
    }

    /// The root element.
    ///
    /// @throws UnreadableConfig if the text is not well-formed, with the line
    public static XmlElement read(ConfigText config) {
        return read(config, 1);
    }

    /// @param firstLine where the XML begins, for files that hold something else before
    public static XmlElement read(ConfigText config, int firstLine) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        var source = firstLine == 1 ? config.whole() : config.whole().substring(offset(config, firstLine));
        var line = firstLine;
        try {
            var reader = factory.createXMLStreamReader(new StringReader(source.stripLeading()));
            var skipped =
                    source.substring(0, source.length() - source.stripLeading().length());
            var before = firstLine
                    - 1
                    + (int) skipped.chars().filter(it -> it == '\n').count();
            return read(config, reader, before);
        } catch (XMLStreamException e) {
            if (e.getLocation() != null) {
                line += Math.max(0, e.getLocation().getLineNumber() - 1);
            }
            throw new UnreadableConfig(
                    config.at(Math.clamp(line, 0, config.lines())),
                    "le fichier XML est incomplet ou mal formé ; exportez-le de nouveau en entier",
                    "the XML is incomplete or not well-formed; export it again as a whole");
        }
    }

    private static int offset(ConfigText config, int firstLine) {
        var at = 0;
        var whole = config.whole();
        for (var line = 1; line < firstLine; line++) {
            at = whole.indexOf('\n', at) + 1;
        }
        return at;
    }

    private static XmlElement read(ConfigText config, XMLStreamReader reader, int before) throws XMLStreamException {
        var open = new ArrayDeque<XmlElement>();
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    var where = config.at(before + reader.getLocation().getLineNumber());
                    var element = new XmlElement(reader.getLocalName(), where, attributes(reader));
                    if (!open.isEmpty()) {
                        open.peek().children.add(element);
                    }
                    if (open.size() == DEEPEST) {
                        throw refused(where, "imbrication", "nesting");
                    }
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    var element = open.pop();
                    if (open.isEmpty()) {
                        return element;
                    }
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (!open.isEmpty()) {
                        open.peek().text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused(
                            config.at(before + reader.getLocation().getLineNumber()),
                            "type de document ou entité",
                            "document type or entity");
                default -> {}
            }
        }
        throw new XMLStreamException("no root element");
    }

    private static UnreadableConfig refused(Position where, String french, String english) {
        return new UnreadableConfig(
                where,
                "ce XML contient ce qu’aucune configuration ne contient (%s) ; exportez-le depuis l’équipement"
                        .formatted(french),
                "this XML holds what no configuration holds (%s); export it from the device".formatted(english));
    }

    private static Map<String, String> attributes(XMLStreamReader reader) {
        if (reader.getAttributeCount() == 0) {
            return Map.of();
        }
        var found = new LinkedHashMap<String, String>();
        for (var i = 0; i < reader.getAttributeCount(); i++) {
            found.put(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        return found;
    }

    public String name() {
        return name;
    }

    public Position where() {
        return where;
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public List<XmlElement> children() {
        return children;
    }

    /// The text directly inside, without blanks around it.
    public String text() {
        return text.toString().strip();
    }

    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public Stream<XmlElement> all(String child) {
        return children.stream().filter(it -> it.name.equals(child));
    }

    public Optional<XmlElement> first(String child) {
        for (var element : children) {
            if (element.name.equals(child)) {
                return Optional.of(element);
            }
        }
        return Optional.empty();
    }

    /// Follows a way such as `filter/rule`; every element at its end.
    public Stream<XmlElement> path(String way) {
        var found = Stream.of(this);
        for (var step : way.split("/")) {
            found = found.flatMap(it -> it.all(step));
        }
        return found;
    }

    public boolean has(String child) {
        return first(child).isPresent();
    }

    /// The text of a child, or an empty one.
    public String text(String child) {
        return first(child).map(XmlElement::text).orElse("");
    }
}
