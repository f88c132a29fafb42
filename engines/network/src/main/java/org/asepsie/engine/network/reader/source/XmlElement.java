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
import org.jspecify.annotations.Nullable;

/// An XML element with the line it starts on. Document types and entities are refused: a configuration needs
/// none, and they are how XML reads other files or fills the memory (OWASP XXE prevention).
public final class XmlElement {
    private static final int DEEPEST = 200;

    private final String name;
    private final ConfigText config;
    private final int line;
    private final Map<String, String> attributes;
    /// Most elements hold text alone: those have no list of their own.
    private List<XmlElement> children = List.of();
    private String text = "";
    /// All of the text, if it came in several pieces.
    private @Nullable StringBuilder more;

    private XmlElement(String name, ConfigText config, int line, Map<String, String> attributes) {
        this.name = name;
        this.config = config;
        this.line = line;
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
        var source = firstLine == 1 ? config.whole() : config.whole().substring(offset(config, firstLine));
        var xml = source.stripLeading();
        var skipped = source.substring(0, source.length() - xml.length());
        var before =
                firstLine - 1 + (int) skipped.chars().filter(it -> it == '\n').count();
        var plain = new Building(config, before);
        if (new PlainXml(xml, DEEPEST, plain).read() && plain.root != null) {
            return plain.root;
        }
        var line = firstLine;
        try {
            return read(config, factory().createXMLStreamReader(new StringReader(xml)), before);
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

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /// Puts elements together as they open and close.
    private static final class Building implements PlainXml.Taker {
        private final ConfigText config;
        private final int before;
        private final ArrayList<XmlElement> open = new ArrayList<>();
        private @Nullable XmlElement root;

        Building(ConfigText config, int before) {
            this.config = config;
            this.before = before;
        }

        @Override
        public void open(String name, int line, Map<String, String> attributes) {
            var element = new XmlElement(name, config, before + line, attributes);
            if (open.isEmpty()) {
                root = element;
            } else {
                open.getLast().add(element);
            }
            open.add(element);
        }

        @Override
        public void text(String text, int from, int to) {
            open.getLast().add(text, from, to);
        }

        @Override
        public boolean close() {
            open.removeLast();
            return open.isEmpty();
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
                    var line = before + reader.getLocation().getLineNumber();
                    var element = new XmlElement(reader.getLocalName(), config, line, attributes(reader));
                    if (!open.isEmpty()) {
                        open.peek().add(element);
                    }
                    if (open.size() == DEEPEST) {
                        throw refused(element.where(), "imbrication", "nesting");
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
                        var chunk = reader.getText();
                        open.peek().add(chunk, 0, chunk.length());
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

    private void add(XmlElement child) {
        if (children.isEmpty()) {
            children = new ArrayList<>();
        }
        children.add(child);
    }

    /// More text, given in `from` to `to`; blanks at its beginning are of no interest.
    private void add(String chunk, int from, int to) {
        if (!text.isEmpty()) {
            more = more == null ? new StringBuilder(text) : more;
            more.append(chunk, from, to);
            return;
        }
        var start = from;
        while (start < to && chunk.charAt(start) <= ' ' && Character.isWhitespace(chunk.charAt(start))) {
            start++;
        }
        if (start < to) {
            text = chunk.substring(start, to);
        }
    }

    public String name() {
        return name;
    }

    public Position where() {
        return config.at(line);
    }

    public Map<String, String> attributes() {
        return attributes;
    }

    public List<XmlElement> children() {
        return children;
    }

    /// The text directly inside, without blanks around it.
    public String text() {
        return (more == null ? text : more.toString()).strip();
    }

    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public Stream<XmlElement> all(String child) {
        return children.stream().filter(it -> it.name.equals(child));
    }

    public Optional<XmlElement> first(String child) {
        return Optional.ofNullable(firstOrNull(child));
    }

    private @Nullable XmlElement firstOrNull(String child) {
        for (var element : children) {
            if (element.name.equals(child)) {
                return element;
            }
        }
        return null;
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
        return firstOrNull(child) != null;
    }

    /// The text of a child, or an empty one.
    public String text(String child) {
        var element = firstOrNull(child);
        return element == null ? "" : element.text();
    }
}
