package org.asepsie.app.network.web;

import java.util.Locale;
import org.asepsie.app.network.Intake;
import org.asepsie.app.network.Intake.Kind;
import org.asepsie.app.network.Intake.Stage;
import org.asepsie.app.network.Intake.State;
import org.asepsie.app.network.ZonePlan;
import org.asepsie.app.page.Tone;
import org.asepsie.knowledge.NetworkModel;

/// Files on their way into the network, or what became of them.
///
/// @param next the page that shows what they mean, from the network's own address on
public record IntakeScreen(NetworkModel model, ZonePlan plan, Intake intake, State state, String next) {
    private static final int KILOBYTE = 1_000;

    public boolean running() {
        return state == State.RUNNING;
    }

    public boolean done() {
        return state == State.DONE;
    }

    /// A log is counted as it is read; configurations are read as a whole.
    public long read() {
        return intake.course().stage() == Stage.JUDGING
                ? all()
                : intake.course().read() / KILOBYTE;
    }

    public long all() {
        return Math.max(1, intake.course().all() / KILOBYTE);
    }

    public String network() {
        return "/f/" + intake.facility() + "/network";
    }

    public String address() {
        return network() + "/files/intakes/" + intake.id();
    }

    public String stageKey() {
        return "network.intake.stage." + intake.course().stage().name().toLowerCase(Locale.ROOT);
    }

    public String stateKey() {
        return "network.intake.state." + state.name().toLowerCase(Locale.ROOT);
    }

    public Tone tone() {
        return switch (state) {
            case RUNNING -> Tone.INFO;
            case DONE -> Tone.DONE;
            case REFUSED, FAILED, INTERRUPTED -> Tone.ATTENTION;
        };
    }

    static String doneKey(Kind kind) {
        return switch (kind) {
            case CONFIGURATIONS -> "network.files.taken";
            case LOG -> "network.logs.taken";
        };
    }

    public String doneKey() {
        return doneKey(intake.kind());
    }
}
