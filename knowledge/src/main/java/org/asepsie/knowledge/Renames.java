package org.asepsie.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.engine.maturity.TopicMoves;

/// What became of ids between two versions, so that no answer given is ever lost.
public record Renames(List<Rename> renames, List<Split> splits, List<Merge> merges) {
    public static final Renames NONE = new Renames(List.of(), List.of(), List.of());

    public Renames {
        renames = List.copyOf(renames);
        splits = List.copyOf(splits);
        merges = List.copyOf(merges);
    }

    public enum Kind {
        TOPIC,
        QUESTION,
        MEASURE,
        INDICATOR,
        FRAMEWORK
    }

    public enum Carry {
        /// Each new id receives the old answer.
        COPY,
        /// The new id receives the lowest attainment known.
        LOWEST,
        /// The new ids start unanswered.
        NONE
    }

    public record Rename(Kind kind, String from, String to, String since) {}

    public record Split(Kind kind, String from, List<String> to, String since, Carry carry) {}

    public record Merge(Kind kind, List<String> from, String to, String since, Carry carry) {}

    /// How the engine carries answers and proofs over. A move that carries nothing leaves the answer under its old
    /// name, where history still reads it.
    public TopicMoves topicMoves() {
        var renamed = new HashMap<TopicId, TopicId>();
        var split = new HashMap<TopicId, List<TopicId>>();
        var merged = new HashMap<TopicId, List<TopicId>>();
        renames.stream()
                .filter(it -> it.kind() == Kind.TOPIC)
                .forEach(it -> renamed.put(new TopicId(it.from()), new TopicId(it.to())));
        splits.stream()
                .filter(it -> it.kind() == Kind.TOPIC && it.carry() != Carry.NONE)
                .forEach(it -> split.put(new TopicId(it.from()), topics(it.to())));
        merges.stream()
                .filter(it -> it.kind() == Kind.TOPIC && it.carry() != Carry.NONE)
                .forEach(it -> merged.put(new TopicId(it.to()), topics(it.from())));
        return new TopicMoves(renamed, split, merged);
    }

    private static List<TopicId> topics(List<String> names) {
        return names.stream().map(TopicId::new).toList();
    }

    /// These moves and then those.
    Renames and(Renames others) {
        return new Renames(
                Stream.concat(renames.stream(), others.renames.stream()).toList(),
                Stream.concat(splits.stream(), others.splits.stream()).toList(),
                Stream.concat(merges.stream(), others.merges.stream()).toList());
    }

    /// These moves and those of an earlier version, so that answers given then are found as well. Where both move one
    /// name, these count.
    Renames after(Renames earlier) {
        return new Renames(
                        earlier.renames.stream()
                                .filter(it -> !sources(it.kind()).contains(it.from()))
                                .toList(),
                        earlier.splits.stream()
                                .filter(it -> !sources(it.kind()).contains(it.from()))
                                .toList(),
                        earlier.merges.stream()
                                .filter(it -> it.from().stream().noneMatch(sources(it.kind())::contains))
                                .toList())
                .and(this);
    }

    /// Every name of a kind that moves away, as often as it does.
    List<String> sources(Kind kind) {
        return Stream.of(
                        renames.stream().filter(it -> it.kind() == kind).map(Rename::from),
                        splits.stream().filter(it -> it.kind() == kind).map(Split::from),
                        merges.stream().filter(it -> it.kind() == kind).flatMap(it -> it.from().stream()))
                .flatMap(it -> it)
                .toList();
    }

    /// Every name of a kind that something moves to.
    List<String> targets(Kind kind) {
        return Stream.of(
                        renames.stream().filter(it -> it.kind() == kind).map(Rename::to),
                        splits.stream().filter(it -> it.kind() == kind).flatMap(it -> it.to().stream()),
                        merges.stream().filter(it -> it.kind() == kind).map(Merge::to))
                .flatMap(it -> it)
                .toList();
    }

    static Renames read(Fields in) {
        return new Renames(
                in.blocks("renames").stream().map(Renames::rename).toList(),
                in.blocks("splits").stream().map(Renames::split).toList(),
                in.blocks("merges").stream().map(Renames::merge).toList());
    }

    private static Rename rename(Fields in) {
        var rename =
                new Rename(in.word("kind", Kind.class), Ids.read(in, "from"), Ids.read(in, "to"), in.string("since"));
        in.close();
        return rename;
    }

    private static Split split(Fields in) {
        var split = new Split(
                in.word("kind", Kind.class),
                Ids.read(in, "from"),
                in.strings("to"),
                in.string("since"),
                in.word("carry", Carry.class));
        in.close();
        return split;
    }

    private static Merge merge(Fields in) {
        var merge = new Merge(
                in.word("kind", Kind.class),
                in.strings("from"),
                Ids.read(in, "to"),
                in.string("since"),
                in.word("carry", Carry.class));
        in.close();
        return merge;
    }
}
