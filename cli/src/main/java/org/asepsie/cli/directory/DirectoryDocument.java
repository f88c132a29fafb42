package org.asepsie.cli.directory;

import java.util.List;
import java.util.Optional;

/// What `asepsie directory --json` prints (docs/schemas/directory.schema.json), in plain values.
///
/// @param level 1 to 5; an upper bound while `evaluated` is below `points.size()`
record DirectoryDocument(
        int level,
        String asOf,
        int evaluated,
        List<SourcePart> sources,
        List<PointPart> points,
        List<PointPart> advisories,
        TierPart tier0,
        PrivilegedPart privileged,
        List<ChokePart> chokePoints,
        List<RemedyPart> cut,
        Optional<CutPart> cutBounds,
        List<ActionPart> nextLevel,
        List<ReportPart> thirdParty,
        Optional<List<EdgePart>> edges) {

    record SourcePart(
            String name,
            String format,
            Optional<String> collectedAt,
            List<String> partitions,
            boolean descriptors,
            List<NotePart> notes) {}

    record NotePart(String oddity, String where, String detail) {}

    /// @param level the lowest level that fails, or could; 0 for advisories
    /// @param reason why it was not evaluated
    record PointPart(
            String id,
            String title,
            String state,
            int level,
            Optional<String> reason,
            int failing,
            List<ObjectPart> objects) {}

    record ObjectPart(String name, String sid, String proof, int level) {}

    record TierPart(int principals, int exposed, int accounts) {}

    /// CERT-FR's privileged set beside Tier-0, and who is in one alone.
    record PrivilegedPart(int principals, List<DifferencePart> differences) {}

    record DifferencePart(String name, String sid, String only, String reason) {}

    record ChokePart(String name, String sid, int behind) {}

    record RemedyPart(String kind, String what, String subject, Optional<String> object) {}

    /// @param unavoidable accounts with a path that nothing can close, 0 where the cut closes all
    record CutPart(long cost, long lowerBound, boolean exact, int unavoidable) {}

    record ActionPart(String what, String why) {}

    record ReportPart(String file, String domain, List<String> rules) {}

    record EdgePart(String source, String kind, String target, boolean derived) {}
}
