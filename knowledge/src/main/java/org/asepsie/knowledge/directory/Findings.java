package org.asepsie.knowledge.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.Source;
import org.asepsie.engine.directory.control.Assessment;
import org.asepsie.engine.directory.control.ControlPoint;
import org.asepsie.engine.directory.control.Finding;
import org.asepsie.engine.directory.control.Verdict;
import org.asepsie.engine.directory.edges.AttackEdges;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.asepsie.engine.directory.edges.EdgeKind;
import org.asepsie.engine.directory.graph.Cut;
import org.asepsie.engine.directory.pingcastle.PingCastleReport;
import org.asepsie.engine.directory.reader.Inputs;

/// Asks the engines about a forest and writes their answers as a document.
public final class Findings {
    private static final int MOST_CHOKE_POINTS = 20;
    /// Stated by the source itself, although no entry of a descriptor is.
    private static final Set<EdgeKind> READ_AS_SUCH = EnumSet.of(EdgeKind.MEMBER_OF, EdgeKind.HAS_SESSION);

    private final Forest forest;
    private final Assessment assessment;
    private final AttackSurface surface;
    private final Cut cut;
    private final DirectoryWording words;

    private Findings(Forest forest, Assessment assessment, AttackSurface surface, Cut cut, DirectoryWording words) {
        this.forest = forest;
        this.assessment = assessment;
        this.surface = surface;
        this.cut = cut;
        this.words = words;
    }

    public static DirectoryDocument of(Inputs.Read read, Instant asOf, boolean edges, DirectoryWording words) {
        var surface = AttackSurface.of(read.forest());
        return of(read, Assessment.of(read.forest(), asOf), surface, surface.cheapestCut(), edges, words);
    }

    /// The same from answers that are there already: whoever needs two languages asks the engines once.
    public static DirectoryDocument of(
            Inputs.Read read,
            Assessment assessment,
            AttackSurface surface,
            Cut cut,
            boolean edges,
            DirectoryWording words) {
        return new Findings(read.forest(), assessment, surface, cut, words).document(read.reports(), edges);
    }

    private static String code(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private DirectoryDocument document(List<PingCastleReport> reports, boolean edges) {
        var remedies = remedies();
        return new DirectoryDocument(
                assessment.level(),
                assessment.asOf().toString(),
                (int) assessment.evaluated(),
                forest.sources().stream().map(Findings::source).toList(),
                assessment.points().stream().map(this::point).toList(),
                assessment.advisories().stream().map(this::point).toList(),
                tier(),
                privileged(),
                chokePoints(),
                remedies,
                Optional.of(bounds(cut)),
                nextLevel(remedies),
                reports.stream()
                        .map(it -> new DirectoryDocument.ReportPart(
                                it.file(),
                                it.domain(),
                                it.rules().stream()
                                        .map(PingCastleReport.Rule::id)
                                        .toList()))
                        .toList(),
                edges ? Optional.of(edges()) : Optional.empty());
    }

    private static DirectoryDocument.SourcePart source(Source source) {
        return new DirectoryDocument.SourcePart(
                source.name(),
                source.format().name().toLowerCase(Locale.ROOT),
                source.collectedAt().map(Instant::toString),
                source.partitions().stream()
                        .sorted()
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .toList(),
                source.descriptors(),
                source.notes().stream()
                        .map(it -> new DirectoryDocument.NotePart(
                                it.oddity().name().toLowerCase(Locale.ROOT).replace('_', '-'), it.where(), it.detail()))
                        .toList());
    }

    private DirectoryDocument.PointPart point(Assessment.Result result) {
        var point = result.point();
        var lowest = point.levels().isEmpty() ? 0 : point.levels().getFirst();
        return switch (result.verdict()) {
            case Verdict.Failed(var level, var findings) -> part(point, "failed", level, Optional.empty(), findings);
            case Verdict.Passed() -> part(point, "passed", lowest, Optional.empty(), List.of());
            case Verdict.NotEvaluated(var missing) ->
                part(point, "not-evaluated", lowest, Optional.of(words.missing(missing.getFirst(), point)), List.of());
        };
    }

    private DirectoryDocument.PointPart part(
            ControlPoint point, String state, int level, Optional<String> reason, List<Finding> findings) {
        return new DirectoryDocument.PointPart(
                point.id(),
                words.title(point),
                state,
                level,
                reason,
                (int) findings.stream().mapToInt(Finding::object).distinct().count(),
                findings.stream()
                        .map(it -> new DirectoryDocument.ObjectPart(
                                forest.name(it.object()),
                                forest.id(it.object()),
                                code(forest.kind(it.object())),
                                it.proof(),
                                it.level()))
                        .toList());
    }

    private DirectoryDocument.TierPart tier() {
        return new DirectoryDocument.TierPart(
                surface.tierZero().nodes().cardinality(),
                surface.exposed().cardinality(),
                surface.tierZero().principals().cardinality());
    }

    private DirectoryDocument.PrivilegedPart privileged() {
        var certFr = new BitSet();
        assessment.privileged().principals().forEach(certFr::set);
        var differences = new ArrayList<DirectoryDocument.DifferencePart>();
        var top = surface.tierZero().nodes();
        var both = (BitSet) certFr.clone();
        both.or(top);
        both.stream()
                .filter(it -> certFr.get(it) != top.get(it))
                .forEach(it -> differences.add(new DirectoryDocument.DifferencePart(
                        forest.name(it),
                        forest.id(it),
                        certFr.get(it) ? "cert-fr" : "tier0",
                        difference(certFr.get(it), it))));
        return new DirectoryDocument.PrivilegedPart(certFr.cardinality(), differences);
    }

    private String difference(boolean onlyCertFr, int object) {
        if (onlyCertFr) {
            return words.say(
                    "groupe d’opérateurs, ou membre : privilégié, sans contrôler le domaine par lui-même",
                    "a group of operators, or a member of one: privileged, without control of the domain by itself");
        }
        return switch (forest.kind(object)) {
            case DOMAIN, CONTAINER, OTHER ->
                words.say(
                        "objet qui commande le domaine, sans être un compte",
                        "an object that commands the domain, not an account");
            default ->
                words.say(
                        "tient le domaine sans être dans un groupe de la liste",
                        "holds the domain without being in a group of the list");
        };
    }

    private List<DirectoryDocument.ChokePart> chokePoints() {
        return surface.chokePoints().nodes().stream()
                .limit(MOST_CHOKE_POINTS)
                .map(it -> new DirectoryDocument.ChokePart(forest.name(it.node()), forest.id(it.node()), it.behind()))
                .toList();
    }

    private List<DirectoryDocument.RemedyPart> remedies() {
        return switch (cut) {
            case Cut.Found found ->
                surface.remedies(found.units()).stream()
                        .map(it -> new DirectoryDocument.RemedyPart(
                                it.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                                words.remedy(it.kind(), name(it.subject()), name(it.object())),
                                name(it.subject()),
                                it.object() < 0 ? Optional.empty() : Optional.of(name(it.object()))))
                        .toList();
            case Cut.Impossible _ -> List.of();
        };
    }

    private String name(int object) {
        return object < 0 ? "" : forest.name(object);
    }

    private static DirectoryDocument.CutPart bounds(Cut cut) {
        return switch (cut) {
            case Cut.Found found -> new DirectoryDocument.CutPart(found.cost(), found.lowerBound(), found.exact(), 0);
            case Cut.Impossible(var sources, var _) -> new DirectoryDocument.CutPart(0, 0, false, sources);
        };
    }

    /// What fails at the level, object by object, and the cut.
    private List<DirectoryDocument.ActionPart> nextLevel(List<DirectoryDocument.RemedyPart> remedies) {
        var mending = assessment.blocking().stream()
                .flatMap(it -> it.verdict() instanceof Verdict.Failed(var level, var findings)
                        ? findings.stream()
                                .filter(finding -> finding.level() == level)
                                .map(finding -> new DirectoryDocument.ActionPart(
                                        words.title(it.point()) + words.say(" : ", ": ") + forest.name(finding.object())
                                                + " (" + finding.proof() + ")",
                                        it.point().id()))
                        : Stream.empty());
        var cutting = remedies.stream().map(it -> new DirectoryDocument.ActionPart(it.what(), "cut"));
        return Stream.concat(mending, cutting).distinct().toList();
    }

    private List<DirectoryDocument.EdgePart> edges() {
        var found = new ArrayList<DirectoryDocument.EdgePart>();
        AttackEdges.derive(
                forest,
                (from, kind, to, units) -> found.add(new DirectoryDocument.EdgePart(
                        forest.id(from),
                        kind.label(),
                        forest.id(to),
                        units.length > 1 || !READ_AS_SUCH.contains(kind) && derived(kind))));
        return found.stream().distinct().toList();
    }

    /// Edges that no entry of a descriptor states: the label is that of no right.
    private static boolean derived(EdgeKind kind) {
        return Right.labelled(kind.label()).isEmpty();
    }
}
