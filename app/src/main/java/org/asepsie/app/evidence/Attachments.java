package org.asepsie.app.evidence;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.evidence.AttachmentRefused.Problem;
import org.asepsie.app.facility.FacilityId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The files that prove something. The same file sent twice for one establishment is kept once.
@Service
public class Attachments {
    public static final int LARGEST = 25 * 1024 * 1024;

    private static final int LONGEST_NAME = 150;

    private final AttachmentStore store;
    private final Clock clock;

    Attachments(AttachmentStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @throws AttachmentRefused if the file is too large, damaged, not one of [FileKind], or not what its name
    ///     says
    @Transactional
    public Attachment keep(FacilityId facility, String name, byte[] content) {
        var plainName = plain(name);
        if (content.length == 0) {
            throw new AttachmentRefused(Problem.EMPTY, plainName);
        }
        if (content.length > LARGEST) {
            throw new AttachmentRefused(Problem.TOO_LARGE, plainName);
        }
        var attachment = new Attachment(
                new AttachmentId(UUID.randomUUID()),
                facility,
                plainName,
                FileContent.kind(plainName, content),
                content.length,
                sha256(content),
                Actors.current().name(),
                clock.instant());
        store.add(attachment, content);
        return store.byFingerprint(facility, attachment.sha256()).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<Attachment> find(FacilityId facility, AttachmentId id) {
        return store.find(facility, id);
    }

    /// Every file kept for the establishment, newest first.
    @Transactional(readOnly = true)
    public List<Attachment> of(FacilityId facility) {
        return store.of(facility);
    }

    @Transactional(readOnly = true)
    public Optional<byte[]> content(FacilityId facility, AttachmentId id) {
        return store.content(facility, id);
    }

    /// The last part of whatever path the browser sent, without characters that would confuse a header or a file
    /// system.
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        var clean = last.replaceAll("[\\p{Cntrl}\"<>|?*:]", "_").strip();
        var kept = clean.isEmpty() ? "document" : clean;
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(kept.length() - LONGEST_NAME);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
