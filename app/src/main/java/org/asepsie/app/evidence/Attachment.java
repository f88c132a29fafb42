package org.asepsie.app.evidence;

import java.time.Instant;
import org.asepsie.app.facility.FacilityId;

/// A file kept as proof, without its bytes.
///
/// @param size in bytes
/// @param sha256 fingerprint of the bytes, in hexadecimal: two files with the same are the same
public record Attachment(
        AttachmentId id,
        FacilityId facility,
        String name,
        FileKind kind,
        int size,
        String sha256,
        String uploadedBy,
        Instant uploadedAt) {}
