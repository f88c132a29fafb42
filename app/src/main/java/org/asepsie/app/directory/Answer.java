package org.asepsie.app.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.asepsie.knowledge.directory.DirectoryDocument;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/// How an answer lies in the database: its JSON, compressed some twenty times.
final class Answer {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            // An answer of an older version may lack what was added since.
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(it -> it.withValueInclusion(JsonInclude.Include.NON_ABSENT))
            .build();

    private Answer() {}

    static byte[] closed(DirectoryDocument document) {
        var bytes = new ByteArrayOutputStream(50_000);
        try (var packed = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(packed, document);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static DirectoryDocument open(byte[] closed) {
        try (var packed = new GZIPInputStream(new ByteArrayInputStream(closed))) {
            return MAPPER.readValue(packed, DirectoryDocument.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The same JSON as the command line writes.
    static byte[] json(DirectoryDocument document) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(document);
    }
}
