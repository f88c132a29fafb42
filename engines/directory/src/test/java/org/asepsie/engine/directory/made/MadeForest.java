package org.asepsie.engine.directory.made;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import org.asepsie.engine.directory.Kind;

/// The forest `CLINIC.EXAMPLE` of any size, from a seed: units two deep, groups with a heavy tail, some 14 entries an
/// object
/// of which two thirds are inherited, an authority with templates. Without faults nobody below the top reaches it.
///
/// Frame and groups are held; users and computers are made one after the other while they are written.
final class MadeForest {
    static final String SID = "S-1-5-21-1111-2222-3333";
    static final String DN = "DC=CLINIC,DC=EXAMPLE";
    static final String DOMAIN = "CLINIC.EXAMPLE";
    static final String AUTHENTICATED = "S-1-5-11";
    static final String ADMINISTRATORS = "S-1-5-32-544";

    private static final int FIRST_RID = 2000;

    final Map<String, MadeObject> frame = new HashMap<>();
    final List<MadeObject> inOrder = new ArrayList<>();
    final List<MadeObject> groups = new ArrayList<>();
    private final List<MadeObject> units = new ArrayList<>();
    private final Map<String, List<MadeEntry>> handedDown = new HashMap<>();
    private final Map<Integer, Consumer<MadeObject>> touched = new HashMap<>();
    private final Random random;
    private final int users;
    private final int computers;

    MadeForest(int objects, long seed) {
        random = new Random(seed);
        users = objects * 58 / 100;
        computers = objects * 22 / 100;
        Frame.build(this);
        makeUnits(Math.max(4, objects / 150));
        makeGroups(objects * 18 / 100);
    }

    MadeObject add(MadeObject object) {
        frame.put(object.name, object);
        inOrder.add(object);
        return object;
    }

    MadeObject get(String name) {
        return Objects.requireNonNull(frame.get(name), name);
    }

    private void makeUnits(int count) {
        for (var i = 0; i < count; i++) {
            var parent = i < 3 ? DN : units.get(random.nextInt(Math.max(3, i / 10))).dn;
            var rdn = "OU=UNIT-" + i;
            var unit = add(new MadeObject(Kind.OU, MadeObject.guid(rdn + "," + parent), "UNIT-" + i, rdn, parent));
            unit.entries.add(MadeEntry.of(SID + "-512", Spec.FULL));
            units.add(unit);
        }
    }

    private void makeGroups(int count) {
        for (var i = 0; i < count; i++) {
            var unit = units.get(random.nextInt(units.size()));
            var group = add(
                    new MadeObject(Kind.GROUP, SID + "-" + (FIRST_RID + i), "GROUP-" + i, "CN=GROUP-" + i, unit.dn));
            groups.add(group);
            explicit(group);
        }
        for (var unit : units) {
            for (var spec : List.of(Spec.PASSWORD, Spec.MEMBER, Spec.FULL, Spec.WRITE)) {
                var only = switch (spec) {
                    case PASSWORD -> Kind.USER;
                    case MEMBER -> Kind.GROUP;
                    case FULL -> Kind.COMPUTER;
                    default -> null;
                };
                for (var i = random.nextInt(3); i >= 0; i--) {
                    unit.entries.add(MadeEntry.below(someGroup().id, spec, only));
                }
            }
        }
        for (var i = 0; i < groups.size(); i++) {
            var size = Math.min(users / 2, 2 + users / (4 * (i + 1)) + random.nextInt(5));
            for (var j = 0; j < size; j++) {
                groups.get(i).members.add(user(random.nextInt(users)));
            }
            if (i > 0 && random.nextInt(3) == 0) {
                groups.get(i).members.add(groups.get(random.nextInt(i)));
            }
        }
    }

    private MadeObject someGroup() {
        return groups.get(random.nextInt(groups.size()));
    }

    private static void explicit(MadeObject object) {
        object.entries.add(MadeEntry.of(SID + "-512", Spec.FULL));
        object.entries.add(MadeEntry.of("S-1-5-32-548", Spec.FULL));
        object.entries.add(MadeEntry.of("S-1-5-18", Spec.FULL));
    }

    /// The number of the i-th user; enough to name it as member or trustee.
    MadeObject user(int index) {
        return account(Kind.USER, index);
    }

    MadeObject computer(int index) {
        return account(Kind.COMPUTER, index);
    }

    private MadeObject account(Kind kind, int index) {
        var number = kind == Kind.USER ? index : users + index;
        var name = (kind == Kind.USER ? "USER-" : "PC-") + index;
        var unit = units.get(Integer.remainderUnsigned(number * 0x9E3779B9, units.size()));
        var account =
                new MadeObject(kind, SID + "-" + (FIRST_RID + groups.size() + number), name, "CN=" + name, unit.dn);
        account.primaryGroup = kind == Kind.USER ? 513 : 515;
        return account;
    }

    /// Changes an account when it is made.
    void touch(MadeObject account, Consumer<MadeObject> change) {
        touched.merge(account.id.hashCode(), it -> apply(account, it, change), Consumer::andThen);
    }

    private static void apply(MadeObject wanted, MadeObject made, Consumer<MadeObject> change) {
        if (made.id.equals(wanted.id)) {
            change.accept(made);
        }
    }

    /// Every object with all its entries, containers before what they hold.
    void forEach(Consumer<MadeObject> consumer) {
        handedDown.clear();
        inOrder.forEach(it -> finish(it, consumer));
        for (var i = 0; i < users + computers; i++) {
            var account = i < users ? user(i) : computer(i - users);
            explicit(account);
            account.entries.add(MadeEntry.of(groups.get(i % groups.size()).id, Spec.WRITE));
            finish(account, consumer);
        }
    }

    private void finish(MadeObject object, Consumer<MadeObject> consumer) {
        touched.getOrDefault(object.id.hashCode(), _ -> {}).accept(object);
        var own = List.copyOf(object.entries);
        var fromAbove = object.isProtected ? List.<MadeEntry>of() : handedDown.getOrDefault(object.parent, List.of());
        fromAbove.forEach(it -> object.entries.add(it.seenBelow()));
        if (object.kind == Kind.OU || object.kind == Kind.DOMAIN || object.kind == Kind.CONTAINER) {
            var below = new ArrayList<MadeEntry>();
            own.stream().filter(MadeEntry::handedDown).forEach(below::add);
            below.addAll(fromAbove);
            handedDown.put(object.dn, below);
        }
        consumer.accept(object);
        object.entries.clear();
        object.entries.addAll(own);
    }
}
