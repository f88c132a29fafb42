package org.asepsie.knowledge.directory;

import java.util.List;
import java.util.Optional;

/// What is found in one forest, in the words of one language: what `asepsie directory --json` prints
/// (docs/schemas/directory.schema.json), in plain values.
///
/// @param level 1 to 5; an upper bound while `evaluated` is below `points.size()`
public record DirectoryDocument(
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

    public record SourcePart(
            String name,
            String format,
            Optional<String> collectedAt,
            List<String> partitions,
            boolean descriptors,
            List<NotePart> notes) {}

    public record NotePart(String oddity, String where, String detail) {}

    /// @param level the lowest level that fails, or could; 0 for advisories
    /// @param reason why it was not evaluated
    public record PointPart(
            String id,
            String title,
            String state,
            int level,
            Optional<String> reason,
            int failing,
            List<ObjectPart> objects) {}

    public record ObjectPart(String name, String sid, String kind, String proof, int level) {}

    public record TierPart(int principals, int exposed, int accounts) {}

    /// CERT-FR's privileged set beside Tier-0, and who is in one alone.
    public record PrivilegedPart(int principals, List<DifferencePart> differences) {}

    public record DifferencePart(String name, String sid, String only, String reason) {}

    public record ChokePart(String name, String sid, int behind) {}

    public record RemedyPart(String kind, String what, String subject, Optional<String> object) {}

    /// @param unavoidable accounts with a path that nothing can close, 0 where the cut closes all
    public record CutPart(long cost, long lowerBound, boolean exact, int unavoidable) {}

    public record ActionPart(String what, String why) {}

    public record ReportPart(String file, String domain, List<String> rules) {}

    public record EdgePart(String source, String kind, String target, boolean derived) {}
}
