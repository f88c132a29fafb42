package org.asepsie.app.followup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Audit;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Alongside.SharedLine;
import org.asepsie.app.plan.Decision;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Together;
import org.asepsie.app.plan.Wish;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes a plan out as a workbook and brings it back. What comes back is first shown as a [Preview]; only what the
/// person then confirms is done, all of it or nothing.
@Service
public class PlanWorkbooks {
    private final Plans plans;
    private final Decisions decisions;
    private final Together together;
    private final Wording wording;
    private final Audit audit;

    PlanWorkbooks(Plans plans, Decisions decisions, Together together, Wording wording, Audit audit) {
        this.plans = plans;
        this.decisions = decisions;
        this.together = together;
        this.wording = wording;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public byte[] write(FacilityId facility, Language language) {
        return new PlanWorkbookWriter(wording, language).write(plans.of(facility), plans.lastComments(facility));
    }

    @Transactional(readOnly = true)
    public Preview preview(FacilityId facility, byte[] bytes) {
        var read = new PlanWorkbookReader(wording).read(bytes);
        var comparing = new Comparing(facility, read.mistakes());
        read.lines().forEach(comparing::add);
        return comparing.preview(read.file());
    }

    /// Does what the person confirmed.
    ///
    /// @param key of the form: sent twice, it counts once
    @Transactional
    public Together.Result apply(FacilityId facility, List<CarriedChange> confirmed, UUID key) {
        var changes = confirmed.stream()
                .map(it -> new Together.Change(it.action(), it.version(), _ -> it.wish()))
                .toList();
        var result = together.decide(facility, changes, key);
        if (result instanceof Together.Result.Kept(var kept)) {
            confirmed.forEach(it -> decisions.comment(facility, it.action(), it.comment(), key));
            audit.record(
                    "followup.action.workbook-loaded", Optional.of(facility.node()), "", Integer.toString(kept.size()));
        }
        return result;
    }

    /// Lays the lines of a workbook beside the plan.
    private final class Comparing {
        private final FacilityId facility;
        private final Map<ActionId, SharedLine> shared;
        private final Map<ActionId, String> comments;
        private final org.asepsie.app.plan.Plan plan;
        private final List<Preview.Change> changes = new ArrayList<>();
        private final List<Preview.Conflict> conflicts = new ArrayList<>();
        private final List<Preview.Unknown> unknown = new ArrayList<>();
        private final List<SheetMistake> refused;
        private int unchanged;

        Comparing(FacilityId facility, List<SheetMistake> mistakes) {
            this.facility = facility;
            this.shared = plans.shared(facility);
            this.comments = plans.lastComments(facility);
            this.plan = plans.of(facility);
            this.refused = new ArrayList<>(mistakes);
        }

        Preview preview(Optional<SheetMistake> file) {
            return new Preview(file, changes, conflicts, unknown, refused, unchanged);
        }

        void add(PlanWorkbookReader.Line line) {
            var action = find(line.action());
            if (action.isEmpty()) {
                unknown.add(new Preview.Unknown(line.row(), line.action()));
                return;
            }
            compare(line, action.get());
        }

        private Optional<Action> find(ActionId id) {
            return plan.find(id).or(() -> plans.find(facility, id));
        }

        private void compare(PlanWorkbookReader.Line line, Action action) {
            var stands = action.wish();
            var basis = line.version() >= action.version() ? stands : plans.wishAt(facility, action, line.version());
            var contested = new ArrayList<Wish.Part>();
            var free = new ArrayList<Wish.Part>();
            for (var part : Wish.Part.values()) {
                if (!line.wish().agrees(part, basis) && !line.wish().agrees(part, stands)) {
                    (stands.agrees(part, basis) ? free : contested).add(part);
                }
            }
            var comment =
                    line.comment().equals(comments.getOrDefault(line.action(), "")) || said(line) ? "" : line.comment();
            if (free.isEmpty() && contested.isEmpty() && comment.isEmpty()) {
                unchanged++;
            } else if (shared.containsKey(line.action()) && (!free.isEmpty() || !contested.isEmpty())) {
                var above = java.util.Objects.requireNonNull(shared.get(line.action()));
                refused.add(new SheetMistake("A" + line.row(), "followup.load.shared", above.place()));
            } else {
                take(line, action, free, contested, comment);
            }
        }

        /// An older comment that came out with an older workbook is not said twice.
        private boolean said(PlanWorkbookReader.Line line) {
            return !line.comment().isEmpty()
                    && plans.history(facility, line.action()).stream()
                            .anyMatch(it -> it.after().equals(line.comment()));
        }

        private void take(
                PlanWorkbookReader.Line line,
                Action action,
                List<Wish.Part> free,
                List<Wish.Part> contested,
                String comment) {
            var theirs = merged(action.wish(), line.wish(), free);
            var carried = new CarriedChange(action.id(), action.version(), theirs, comment);
            if (contested.isEmpty()) {
                changes.add(new Preview.Change(action.title(), action.wish(), carried, free));
                return;
            }
            var mine =
                    new CarriedChange(action.id(), action.version(), merged(theirs, line.wish(), contested), comment);
            var version = action.decision().map(Decision::version).orElseThrow();
            conflicts.add(new Preview.Conflict(
                    action.title(), action.wish(), mine, carried, contested, version.by(), version.at()));
        }

        private static Wish merged(Wish onto, Wish wanted, List<Wish.Part> parts) {
            var merged = onto;
            for (var part : parts) {
                merged = switch (part) {
                    case STATUS ->
                        new Wish(wanted.status(), wanted.reason(), merged.owner(), merged.due(), merged.quarter());
                    case OWNER -> merged.withOwner(wanted.owner());
                    case DUE -> merged.withDue(wanted.due());
                    case QUARTER -> merged.withQuarter(wanted.quarter());
                };
            }
            return merged;
        }
    }
}
