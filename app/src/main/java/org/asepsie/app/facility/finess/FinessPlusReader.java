package org.asepsie.app.facility.finess;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.finess.NotAFinessFile.Why;
import org.asepsie.app.facility.finess.Reading.Reason;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/// Reads the JSON of FINESS+ (since July 2026): legal entities (`pmej`), each with its sites (`ege`).
///
/// The published schema and the real files differ in capitals, so names are compared without them. Time is
/// linear in the file, memory that of the sites of one legal entity.
final class FinessPlusReader {
    private static final String GEOGRAPHIC_ADDRESS = "03";
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(100_000)
                    .maxNestingDepth(60)
                    .build())
            .build();

    void read(InputStream bytes, Consumer<Reading> each) {
        long line = 0;
        try (var json = JSON.createParser(ObjectReadContext.empty(), bytes)) {
            try {
                if (json.nextToken() != JsonToken.START_OBJECT) {
                    throw new NotAFinessFile(Why.UNKNOWN, 1);
                }
                root(json, each);
            } catch (JacksonException | NotAFinessFile failed) {
                line = json.currentLocation().getLineNr();
                throw failed;
            }
        } catch (UnexpectedEndOfInputException cut) {
            throw new NotAFinessFile(Why.TRUNCATED, line, cut);
        } catch (JacksonException broken) {
            throw new NotAFinessFile(Why.BROKEN, line, broken);
        }
    }

    private static void root(JsonParser json, Consumer<Reading> each) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = lower(json.currentName());
            var array = json.nextToken() == JsonToken.START_ARRAY;
            if (array && name.equals("pmej")) {
                objects(json, () -> entity(json, each));
            } else if (array && name.equals("ege")) {
                objects(json, () -> each.accept(site(json).of(Map.of())));
            } else {
                json.skipChildren();
            }
        }
    }

    /// The description of the entity may come after its sites, so these wait for it.
    private static void entity(JsonParser json, Consumer<Reading> each) {
        var entity = new HashMap<String, String>();
        var sites = new ArrayList<Draft>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = lower(json.currentName());
            var value = json.nextToken();
            if (name.equals("ege") && value == JsonToken.START_ARRAY) {
                objects(json, () -> sites.add(site(json)));
            } else if (name.equals("informationsgeneralespmej") && value == JsonToken.START_OBJECT) {
                scalars(json, "", entity);
            } else {
                json.skipChildren();
            }
        }
        sites.forEach(it -> each.accept(it.of(entity)));
    }

    private static Draft site(JsonParser json) {
        var draft = new Draft(json.currentLocation().getLineNr(), new HashMap<>(), new ArrayList<>());
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = lower(json.currentName());
            var value = json.nextToken();
            if (name.equals("adresse") && value == JsonToken.START_ARRAY) {
                objects(json, () -> draft.address(json));
            } else if (name.equals("adresse") && value == JsonToken.START_OBJECT) {
                draft.address(json);
            } else if (name.equals("informationsgeneralesege") && value == JsonToken.START_OBJECT) {
                scalars(json, "", draft.told());
            } else if (name.equals("categorieentitegeographiqueexercice") && value == JsonToken.START_OBJECT) {
                scalars(json, name + ".", draft.told());
            } else if (value.isScalarValue()) {
                draft.told().putIfAbsent(name, text(json));
            } else {
                json.skipChildren();
            }
        }
        return draft;
    }

    private static void objects(JsonParser json, Runnable each) {
        for (var token = json.nextToken(); token != JsonToken.END_ARRAY; token = json.nextToken()) {
            if (token == JsonToken.START_OBJECT) {
                each.run();
            } else {
                json.skipChildren();
            }
        }
    }

    /// The plain values of an object by name; objects and lists inside it are left aside.
    private static void scalars(JsonParser json, String prefix, Map<String, String> into) {
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = prefix + lower(json.currentName());
            if (json.nextToken().isScalarValue()) {
                into.put(name, text(json));
            } else {
                json.skipChildren();
            }
        }
    }

    private static String text(JsonParser json) {
        return json.currentToken() == JsonToken.VALUE_NULL ? "" : Words.plain(json.getString());
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /// A site as read, before it is known to which entity it belongs.
    private record Draft(long line, Map<String, String> told, List<Map<String, String>> addresses) {
        void address(JsonParser json) {
            var address = new HashMap<String, String>();
            scalars(json, "", address);
            addresses.add(address);
        }

        Reading of(Map<String, String> entity) {
            var number = told("numfinessege");
            var name = told("nomegelong").isEmpty() ? told("nomegecourt") : told("nomegelong");
            if (!Finess.isOne(number)) {
                return new Reading.Refused(line, Reason.NUMBER, number);
            }
            if (name.isEmpty()) {
                return new Reading.Refused(line, Reason.NAME, number);
            }
            if (Words.digits(category(), 3).isEmpty()) {
                return new Reading.Refused(line, Reason.CATEGORY, category());
            }
            var address = addresses.stream()
                    .filter(it -> it.getOrDefault("usageadresse", "").equals(GEOGRAPHIC_ADDRESS))
                    .findFirst()
                    .orElse(Map.of());
            return new Reading.Read(new FinessSite(
                    line,
                    new Finess(number),
                    name,
                    category(),
                    Words.departmentOf(address.getOrDefault("cogcommune", "")),
                    Words.commune(address.getOrDefault("ligneacheminement", "")),
                    Words.digits(told("siret"), 14),
                    entity(entity),
                    life()));
        }

        private String category() {
            var plain = told("categorieentitegeographiqueexercice");
            return plain.isEmpty() ? told("categorieentitegeographiqueexercice.code") : plain;
        }

        private FinessSite.Life life() {
            var closed = Words.day(told("datefermeture"));
            if (closed.isPresent() || told("etatobjet").equalsIgnoreCase("I")) {
                return new FinessSite.Life.Closed(closed);
            }
            var says = told.containsKey("datefermeture") || told("etatobjet").equalsIgnoreCase("A");
            return says ? new FinessSite.Life.Open() : new FinessSite.Life.Untold();
        }

        private static Optional<FinessSite.Entity> entity(Map<String, String> told) {
            var number = told.getOrDefault("numfinesspm", "");
            var name = told.getOrDefault("denominationlonguepmsmsse", "");
            return Finess.isOne(number)
                    ? Optional.of(new FinessSite.Entity(
                            new Finess(number),
                            Words.some(name.isEmpty() ? told.getOrDefault("denominationpm", "") : name),
                            Words.digits(told.getOrDefault("siren", ""), 9)))
                    : Optional.empty();
        }

        private String told(String name) {
            return told.getOrDefault(name, "");
        }
    }
}
