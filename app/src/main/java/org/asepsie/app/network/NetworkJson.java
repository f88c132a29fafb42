package org.asepsie.app.network;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Stage;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// Writes what is kept of a network, and reads it back as it was. Alternatives carry their simple name as `is`.
final class NetworkJson {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    private interface Alternatives {}

    private static final List<Class<?>> FAMILIES =
            List.of(Match.class, Action.class, Action.Translation.class, Stage.class, AddressBlock.class);

    private static final JsonMapper MAPPER = mapper();

    private NetworkJson() {}

    private static JsonMapper mapper() {
        var builder = JsonMapper.builder()
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                // Only the components of a record are kept, not what it works out from them.
                .changeDefaultVisibility(it -> it.withVisibility(PropertyAccessor.GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
                        .withVisibility(PropertyAccessor.FIELD, Visibility.ANY));
        for (var family : FAMILIES) {
            builder.addMixIn(family, Alternatives.class);
            builder.registerSubtypes(alternatives(family).toArray(Class<?>[]::new));
        }
        return builder.build();
    }

    private static List<Class<?>> alternatives(Class<?> family) {
        return new ArrayList<>(Arrays.asList(family.getPermittedSubclasses()));
    }

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String text, Class<T> type) {
        return MAPPER.readValue(text, type);
    }

    /// The policy of a file, packed: rules repeat themselves, so it shrinks to about a tenth.
    static byte[] pack(List<Device> devices) {
        var bytes = new ByteArrayOutputStream();
        try (var packed = new GZIPOutputStream(bytes)) {
            MAPPER.writerFor(new TypeReference<List<Device>>() {}).writeValue(packed, devices);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<Device> unpack(byte[] packed) {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return MAPPER.readValue(in, new TypeReference<List<Device>>() {});
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
