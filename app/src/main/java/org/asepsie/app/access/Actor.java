package org.asepsie.app.access;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// On whose behalf something is done. Row-level security lets each actor see what its scopes contain and no more.
public sealed interface Actor {
    /// A person who signed in.
    ///
    /// @param language `fr` or `en`, as chosen for the account
    record Person(AccountId account, String name, String email, String language, List<Grant> grants) implements Actor {
        public Person {
            grants = List.copyOf(grants);
        }

        @Override
        public boolean may(Permission permission, NodePath path) {
            return grants.stream()
                    .anyMatch(it -> it.role().permits(permission) && it.path().contains(path));
        }

        @Override
        public boolean mayAnywhere(Permission permission) {
            return grants.stream().anyMatch(it -> it.role().permits(permission));
        }

        @Override
        public String scopes() {
            return grants.stream()
                    .filter(it -> it.role().seesFacilities())
                    .map(it -> it.path().value())
                    .distinct()
                    .collect(Collectors.joining(","));
        }
    }

    /// Whoever holds a link that was handed out for one purpose at one place.
    record LinkHolder(String name, NodePath place) implements Actor {
        @Override
        public boolean may(Permission permission, NodePath path) {
            return permission == Permission.ANSWER && place.equals(path);
        }

        @Override
        public boolean mayAnywhere(Permission permission) {
            return permission == Permission.ANSWER;
        }

        @Override
        public String scopes() {
            return place.value();
        }
    }

    /// The installation itself: imports, jobs, demonstration data.
    record Installation() implements Actor {
        @Override
        public boolean may(Permission permission, NodePath path) {
            return true;
        }

        @Override
        public boolean mayAnywhere(Permission permission) {
            return true;
        }

        @Override
        public String name() {
            return "Asepsie";
        }

        @Override
        public String scopes() {
            return "*";
        }
    }

    /// Nobody has signed in.
    record Stranger() implements Actor {
        @Override
        public boolean may(Permission permission, NodePath path) {
            return false;
        }

        @Override
        public boolean mayAnywhere(Permission permission) {
            return false;
        }

        @Override
        public String name() {
            return "";
        }

        @Override
        public String scopes() {
            return "";
        }
    }

    boolean may(Permission permission, NodePath path);

    boolean mayAnywhere(Permission permission);

    String name();

    /// Whether rows of this place are among those the database shows to the actor.
    default boolean scopesContain(NodePath path) {
        return scopes().equals("*")
                || Arrays.stream(scopes().split(",", -1))
                        .anyMatch(it -> !it.isEmpty() && path.value().startsWith(it));
    }

    /// The paths whose rows the database shows, separated by commas; `*` for all.
    String scopes();
}
