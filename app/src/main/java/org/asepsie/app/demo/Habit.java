package org.asepsie.app.demo;

import org.asepsie.knowledge.Question;

/// How a house that has come some way usually answers: the essential before the rest, and the must-haves of a level
/// before it claims that level.
///
/// @param way from 0, nothing done, to 1, all of it in place; 0.3 gives about level 1, 0.55 level 2, 0.7 level 3
/// @param seed makes houses differ in what they did first
record Habit(double way, int seed) {
    private static final int TURNS = 97;

    int attainment(Question question) {
        var leaning = question.scoring().essential() ? 0.45 : -0.25;
        var own = (turn(question) / (double) TURNS - 0.5) * 1.1;
        var usual = (int) Math.clamp(Math.round(3 * way + leaning + own), 0, 3);
        return question.scoring()
                .gate()
                .filter(it -> it.level() <= level())
                .map(it -> Math.max(usual, it.attainment().value()))
                .orElse(usual);
    }

    /// Some secondary questions stay open everywhere.
    boolean ignorant(Question question) {
        return !question.scoring().essential() && turn(question) % 9 == 4;
    }

    private int turn(Question question) {
        return Math.floorMod(question.topic().value().hashCode() + 37 * seed, TURNS);
    }

    private int level() {
        return way < 0.25 ? 0 : way < 0.5 ? 1 : way < 0.7 ? 2 : way < 0.85 ? 3 : 4;
    }
}
