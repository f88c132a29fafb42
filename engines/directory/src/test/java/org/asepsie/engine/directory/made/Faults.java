package org.asepsie.engine.directory.made;

import static org.asepsie.engine.directory.made.MadeForest.DOMAIN;
import static org.asepsie.engine.directory.made.MadeForest.SID;

import java.util.ArrayList;
import java.util.List;

/// Plants one fault of each sort and keeps the manifest.
final class Faults {
    private final MadeForest forest;
    private final List<Fault> planted = new ArrayList<>();
    private int next = 3;

    private Faults(MadeForest forest) {
        this.forest = forest;
    }

    static List<Fault> plantIn(MadeForest forest) {
        var faults = new Faults(forest);
        faults.rights();
        faults.replication();
        faults.accounts();
        faults.certificates();
        faults.inherited();
        return List.copyOf(faults.planted);
    }

    private MadeObject group() {
        return forest.groups.get(next += 2);
    }

    private MadeObject user() {
        return forest.user(next += 3);
    }

    private void plant(String name, MadeObject source, String kind, MadeObject target) {
        planted.add(new Fault(name, source.id, kind, target.id));
    }

    private void right(String name, MadeObject trustee, Spec spec, MadeObject object) {
        object.entries.add(MadeEntry.of(trustee.id, spec));
        plant(name, trustee, spec.right.label(), object);
    }

    private void rights() {
        right("help desk resets an administrator", group(), Spec.PASSWORD, forest.get("ADMIN-1"));
        right("a group adds itself to Domain Admins", group(), Spec.MEMBER, forest.get("DOMAIN ADMINS"));
        right("a user adds a key to a controller", user(), Spec.KEY, forest.get("DC-1"));
        right("a group rewrites the descriptor of the head", group(), Spec.DACL, forest.get(DOMAIN));
        right("a user writes the controllers' policy", user(), Spec.WRITE, forest.get("DC-POLICY"));
        var owner = user();
        forest.get("DC-2").owner = owner.id;
        plant("a user owns a controller", owner, "Owns", forest.get("DC-2"));
    }

    private void replication() {
        var one = group();
        var other = group();
        var user = user();
        forest.get(DOMAIN).entries.add(MadeEntry.of(one.id, Spec.CHANGES));
        forest.get(DOMAIN).entries.add(MadeEntry.of(other.id, Spec.CHANGES_ALL));
        one.members.clear();
        other.members.clear();
        one.members.add(user);
        other.members.add(user);
        plant("two groups replicate together", user, "DCSync", forest.get(DOMAIN));
    }

    private void accounts() {
        var computer = forest.computer(2);
        forest.touch(computer, it -> it.unconstrained = true);
        plant("unconstrained delegation", computer, "CoerceToTGT", forest.get(DOMAIN));
        var migrated = user();
        forest.touch(migrated, it -> it.history.add(SID + "-512"));
        plant("an old identity of Domain Admins", migrated, "HasSIDHistory", forest.get("DOMAIN ADMINS"));
        var actor = forest.computer(4);
        forest.get("DC-1").actors.add(actor.id);
        plant("a computer acts for others on a controller", actor, "AllowedToAct", forest.get("DC-1"));
    }

    private void certificates() {
        var enrolling = group();
        var loose = forest.get("WARD-LOGIN");
        loose.nameFlag = 0x1;
        loose.entries.add(MadeEntry.of(enrolling.id, Spec.ENROL));
        plant("whoever asks names anybody", enrolling, "ADCSESC1", forest.get(DOMAIN));
        var writer = user();
        forest.get("STAFF-CARD").entries.add(MadeEntry.of(writer.id, Spec.DACL));
        plant("a user rewrites a template", writer, "ADCSESC4", forest.get(DOMAIN));
    }

    private void inherited() {
        var group = group();
        forest.get("DOMAIN CONTROLLERS UNIT").entries.add(MadeEntry.below(group.id, Spec.FULL, null));
        plant("a right on the controllers' unit", group, "GenericAll", forest.get("DC-1"));
    }
}
