package org.asepsie.app.followup.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Requires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decision;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Together;
import org.asepsie.app.plan.Wish;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// The ticked lines of a plan, changed all together or not at all, and taken back all together.
@Controller
@RequestMapping("/f/{facility}/plan/bulk")
class BulkController {
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private final Together together;

    BulkController(Together together) {
        this.together = together;
    }

    /// What is left empty stays as it is.
    ///
    /// @param chosen `action@version`, as the boxes carry them
    @Requires(Permission.STEER)
    @PostMapping
    String change(
            @PathVariable FacilityId facility,
            @RequestParam(defaultValue = "") List<String> chosen,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(defaultValue = "") String due,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String quarter,
            @RequestParam UUID key,
            Model model,
            RedirectAttributes after) {
        var wanted = wanted(owner, due, status, quarter);
        if (wanted.isEmpty()) {
            after.addFlashAttribute("notice", "plan.form.due.wrong");
            return back(facility);
        }
        if (chosen.isEmpty()) {
            after.addFlashAttribute("notice", "followup.bulk.none");
            return back(facility);
        }
        var changes = read(chosen, wanted.get());
        return switch (together.decide(facility, changes, key)) {
            case Together.Result.Refused(var refusals) -> refused(refusals, model);
            case Together.Result.Kept(var decisions) -> {
                after.addFlashAttribute(
                        "notice", decisions.isEmpty() ? "followup.bulk.unchanged" : "followup.bulk.kept");
                after.addFlashAttribute("undoable", made(decisions));
                yield back(facility);
            }
        };
    }

    /// @param made `action@version` with commas between: the versions that the changes led to
    @Requires(Permission.STEER)
    @PostMapping("/undo")
    String undo(
            @PathVariable FacilityId facility,
            @RequestParam String made,
            @RequestParam UUID key,
            Model model,
            RedirectAttributes after) {
        var changes = read(Arrays.asList(made.split(",", -1)), it -> it);
        return switch (together.undo(facility, changes, key)) {
            case Together.Result.Refused(var refusals) -> refused(refusals, model);
            case Together.Result.Kept _ -> {
                after.addFlashAttribute("notice", "followup.bulk.undone");
                yield back(facility);
            }
        };
    }

    private static String refused(List<Together.Refusal> refusals, Model model) {
        model.addAttribute("refusals", refusals);
        return "followup/refused";
    }

    static String made(List<Decision> decisions) {
        return decisions.stream()
                .map(it -> it.action() + "@" + it.version().number())
                .collect(Collectors.joining(","));
    }

    private static List<Together.Change> read(List<String> chosen, UnaryOperator<Wish> wanted) {
        var changes = new ArrayList<Together.Change>();
        for (var one : chosen) {
            var at = Math.max(one.lastIndexOf('@'), 0);
            var version = one.substring(at).replaceFirst("^@", "");
            changes.add(new Together.Change(
                    ActionId.of(one.substring(0, at)),
                    version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0,
                    wanted));
        }
        return changes;
    }

    /// @return empty when the due date is none
    private static Optional<UnaryOperator<Wish>> wanted(String owner, String due, String status, String quarter) {
        Optional<LocalDate> day;
        try {
            day = Wish.day(due);
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
        if (day.filter(it -> it.isBefore(EARLIEST) || it.isAfter(LATEST)).isPresent()) {
            return Optional.empty();
        }
        Optional<Quarter> turn = Wish.quarter(quarter);
        var state = Optional.of(status).filter(it -> !it.isEmpty()).map(Status::of);
        return Optional.of(wish -> {
            var changed = owner.isBlank() ? wish : wish.withOwner(owner);
            changed = day.isPresent() ? changed.withDue(day) : changed;
            changed = turn.isPresent() ? changed.withQuarter(turn) : changed;
            return state.isPresent() ? changed.withStatus(state.get(), "") : changed;
        });
    }

    private static String back(FacilityId facility) {
        return "redirect:/f/" + facility + "/plan";
    }
}
