package org.asepsie.engine.plan;

/// Whose working days an action takes: management, IT or provider, human resources, care managers, …
public record Role(String id) implements Comparable<Role> {
    public Role {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a role needs a name");
        }
    }

    @Override
    public int compareTo(Role other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
