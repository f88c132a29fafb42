package org.asepsie.engine.network.reader.nftables;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.reader.netfilter.ConnectionState;

/// The statements of one rule, from left to right. A verdict map becomes one rule for each of its elements.
/// After the first word that is not understood the rest of the rule counts as unknown: it may match and do
/// anything.
final class NftRuleParser {
    private final NftTable table;
    private final Comparisons comparisons;
    private final PlainComparisons plain = new PlainComparisons();
    private final List<Gap> gaps;
    private final List<Rule> rules = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();
    private Cursor cursor = new Cursor(List.of());
    private Position where = Position.whole("");
    private String text = "";

    NftRuleParser(NftTable table, Keys keys, List<Gap> gaps) {
        this.table = table;
        this.gaps = gaps;
        comparisons = new Comparisons(table, keys);
    }

    List<Rule> read(List<Token> words, Position position) {
        rules.clear();
        matches.clear();
        cursor = new Cursor(words);
        where = position;
        text = Cursor.text(words);
        boolean understood = true;
        while (understood && cursor.more()) {
            understood = statement();
        }
        if (!understood) {
            var rest = Cursor.text(words.subList(words.size() - left(), words.size()));
            gaps.add(Gap.of(where, Reason.UNKNOWN_WORD, rest));
            emit(new Action.Undecided(Reason.UNKNOWN_WORD, rest));
        }
        return List.copyOf(rules);
    }

    /// A rule whose line was read whole, with the name that the chain it calls goes by in the policy.
    Rule finished(Rule rule) {
        return switch (rule.action()) {
            case Action.Jump(var chain) -> calling(rule, chain, new Action.Jump(table.listName(chain)));
            case Action.Goto(var chain) -> calling(rule, chain, new Action.Goto(table.listName(chain)));
            default -> rule;
        };
    }

    private Rule calling(Rule rule, String chain, Action call) {
        if (!table.chains.containsKey(chain)) {
            gaps.add(Gap.of(rule.where(), Reason.UNDEFINED, chain));
        }
        return Rule.written(rule.where(), rule.text(), rule.match(), call);
    }

    private int left() {
        int count = 0;
        while (cursor.more()) {
            cursor.take();
            count++;
        }
        return count;
    }

    private void emit(Action action) {
        emit(matches, action);
    }

    private void emit(List<Match> when, Action action) {
        rules.add(Rule.written(where, text, when.isEmpty() ? Match.EVERY : Match.all(when), action));
        if (action instanceof Action.Undecided(var reason, var words) && reason != Reason.UNKNOWN_WORD) {
            gaps.add(Gap.of(where, reason, words));
        }
    }

    /// @return false if the word that stands here is not understood; it is not taken then
    private boolean statement() {
        switch (cursor.peek().text()) {
            case "accept" -> verdict(Action.ACCEPT);
            case "drop" -> verdict(Action.DROP);
            case "return" -> verdict(Action.RETURN);
            case "continue" -> verdict(Action.CONTINUE);
            case "jump", "goto" -> emit(called(cursor));
            case "reject" -> {
                emit(Action.REJECT);
                skipRest();
            }
            case "counter" -> {
                cursor.take();
                if (cursor.take("name")) {
                    cursor.take();
                }
                skip(List.of("packets", "bytes"));
            }
            case "log" -> {
                cursor.take();
                cursor.take("flags");
                skip(List.of("prefix", "level", "group", "snaplen", "queue-threshold", "flags"));
            }
            case "comment" -> skip(List.of("comment"));
            case "notrack" -> verdict(new Action.Mark(ConnectionState.UNTRACKED_MARK));
            case "limit", "quota" -> rate();
            case "queue", "synproxy" -> {
                emit(new Action.Undecided(Reason.APPLICATION, text));
                skipRest();
            }
            case "snat", "dnat", "masquerade", "redirect" -> translate();
            case "tproxy", "fwd", "dup" -> {
                emit(new Action.Undecided(Reason.TRANSLATION, text));
                skipRest();
            }
            case "flow" -> skipRest();
            case "add", "update", "delete" -> setStatement();
            case "meter" -> {
                skipRest();
                unknown(Reason.RATE, text);
            }
            default -> {
                return plain() || assignment() || comparison();
            }
        }
        return true;
    }

    private boolean plain() {
        var match = plain.take(cursor);
        if (match != null) {
            matches.add(match);
        }
        return match != null;
    }

    private void verdict(Action action) {
        cursor.take();
        emit(action);
    }

    private Action called(Cursor from) {
        boolean goes = from.take().is("goto");
        var chain = from.take();
        if (!table.chains.containsKey(chain.text())) {
            gaps.add(Gap.of(where, Reason.UNDEFINED, chain.text()));
        }
        var list = table.listName(chain.text());
        return goes ? new Action.Goto(list) : new Action.Jump(list);
    }

    /// Skips pairs of a known word and its value.
    private void skip(List<String> words) {
        while (words.contains(cursor.peek().text()) && !cursor.peek().quoted()) {
            cursor.take();
            cursor.take();
        }
    }

    private void skipRest() {
        while (cursor.more()) {
            cursor.take();
        }
    }

    private void unknown(Reason reason, String words) {
        matches.add(new Match.Unknown(reason, words));
        gaps.add(Gap.of(where, reason, words));
    }

    /// `limit rate over 10/second burst 5 packets`, `limit name "x"`, `quota over 10 mbytes`.
    private void rate() {
        var words = new StringBuilder(cursor.take().text());
        while (cursor.more() && isRateWord(cursor.peek().text())) {
            words.append(' ').append(cursor.take().text());
        }
        unknown(Reason.RATE, words.toString());
    }

    private static boolean isRateWord(String word) {
        return switch (word) {
            case "rate", "over", "until", "burst", "packets", "bytes", "kbytes", "mbytes", "used", "name" -> true;
            default -> !word.isEmpty() && Character.isDigit(word.charAt(0));
        };
    }

    /// Adding to a set decides nothing, unless the element carries a rate.
    private void setStatement() {
        cursor.take();
        cursor.take();
        var inside = cursor.peek().is('{') ? cursor.braces(false) : List.<Token>of();
        if (inside.stream().anyMatch(it -> it.is("limit") || it.is("ct") || it.is("quota"))) {
            unknown(Reason.RATE, Cursor.text(inside));
        }
    }

    /// `meta mark set 1`, `ct mark set …`, `tcp option maxseg size set …`: changes something that no
    /// verdict of ours reads, or that is read as unknown.
    private boolean assignment() {
        for (int ahead = 1; ahead <= 4; ahead++) {
            var token = cursor.peek(ahead);
            if (token.is("set")) {
                if (!assigns(ahead)) {
                    return false;
                }
                boolean rewritesAddress =
                        cursor.peek(1).is("saddr") || cursor.peek(1).is("daddr");
                for (int i = 0; i <= ahead; i++) {
                    cursor.take();
                }
                if (rewritesAddress) {
                    emit(new Action.Undecided(Reason.TRANSLATION, text));
                }
                skipValue();
                return true;
            }
            if (token.is('{') || token.is("==") || token.is("!=") || token.quoted()) {
                return false;
            }
        }
        return false;
    }

    /// Whether all that stands before `set` is what is set, rather than a comparison without an operator and then what
    /// is set: `iif lo mark set 1`, `ct state new mark set 1`.
    private boolean assigns(int words) {
        return switch (words) {
            case 1, 2 -> true;
            case 3 ->
                cursor.peek().is("ct")
                        && (cursor.peek(1).is("original") || cursor.peek(1).is("reply"));
            default -> cursor.peek(1).is("option");
        };
    }

    private void skipValue() {
        if (cursor.peek().is('{')) {
            cursor.braces(false);
            return;
        }
        cursor.take();
        while (cursor.peek().is('|')
                || cursor.peek().is('&')
                || cursor.peek().is("or")
                || cursor.peek().is("and")
                || cursor.peek().is("xor")
                || cursor.peek().is("rt")
                || cursor.peek().is("mtu")) {
            cursor.take();
            cursor.take();
        }
    }

    private boolean comparison() {
        int from = cursor.at();
        var keys = comparisons.keys(cursor);
        if (keys.isEmpty()) {
            return false;
        }
        if (cursor.take("vmap")) {
            verdictMap(keys);
            return true;
        }
        var match = comparisons.match(keys, cursor);
        comparisons.unknowns().forEach(it -> gaps.add(Gap.of(where, it.reason(), it.text())));
        matches.add(match);
        if (comparisons.unknowns().isEmpty()) {
            plain.keep(cursor, cursor.at() - from, match);
        }
        return true;
    }

    /// `ct state vmap { established : accept, invalid : drop }`: the first element that holds is the only
    /// one.
    private void verdictMap(List<Key> keys) {
        for (var element : comparisons.elements(cursor)) {
            int colon = 0;
            while (colon < element.size() && !element.get(colon).is(':')) {
                colon++;
            }
            var when = new ArrayList<>(matches);
            when.add(comparisons.element(keys, element.subList(0, colon)));
            var verdict = new Cursor(element.subList(Math.min(colon + 1, element.size()), element.size()));
            emit(
                    when,
                    switch (verdict.peek().text()) {
                        case "accept" -> Action.ACCEPT;
                        case "drop" -> Action.DROP;
                        case "return" -> Action.RETURN;
                        case "continue" -> Action.CONTINUE;
                        case "jump", "goto" -> called(verdict);
                        default -> new Action.Undecided(Reason.UNKNOWN_ACTION, Cursor.text(element));
                    });
        }
        comparisons.unknowns().forEach(it -> {
            gaps.add(Gap.of(where, it.reason(), it.text()));
            emit(new Action.Undecided(Reason.UNKNOWN_WORD, it.text()));
        });
    }

    /// `snat to 10.0.0.1`, `dnat ip to 10.0.0.1:8080`, `dnat 10.0.0.1`, `masquerade random`, `redirect to
    /// :8080`.
    private void translate() {
        var kind = cursor.take().text();
        var side = kind.equals("snat") || kind.equals("masquerade") ? Action.Side.SOURCE : Action.Side.DESTINATION;
        if (!cursor.take("ip")) {
            cursor.take("ip6");
        }
        boolean prefix = cursor.take("prefix");
        cursor.take("to");
        var target = cursor.more() && !isNatFlag(cursor.peek().text())
                ? cursor.take().text()
                : "";
        boolean complex = prefix
                || cursor.peek().is("map")
                || cursor.peek().is('{')
                || cursor.peek().is('.');
        emit(complex ? new Action.Undecided(Reason.TRANSLATION, text) : into(kind, side, target));
        skipRest();
    }

    private static boolean isNatFlag(String word) {
        return switch (word) {
            case "random", "fully-random", "persistent", "comment", "counter" -> true;
            default -> false;
        };
    }

    private Action into(String kind, Action.Side side, String target) {
        int bracket = target.lastIndexOf(']');
        int colon = target.indexOf(':', bracket + 1);
        boolean bareIpv6 = bracket < 0 && colon >= 0 && target.indexOf(':', colon + 1) >= 0;
        var address = (colon < 0 || bareIpv6 ? target : target.substring(0, colon))
                .replace("[", "")
                .replace("]", "");
        Optional<PortRange> port = Optional.empty();
        if (colon >= 0 && !bareIpv6) {
            port = Comparisons.ports(target.substring(colon + 1));
            if (port.isEmpty()) {
                return new Action.Undecided(Reason.TRANSLATION, text);
            }
        }
        if (kind.equals("masquerade") || kind.equals("redirect")) {
            return new Action.Translate(side, new Action.Translation.OwnAddress(), port);
        }
        if (address.isEmpty() && port.isPresent()) {
            return new Action.Translate(side, new Action.Translation.Unchanged(), port);
        }
        var ports = port;
        return Keys.addresses(address)
                .<Action>map(it -> new Action.Translate(side, new Action.Translation.Into(it), ports))
                .orElseGet(() -> new Action.Undecided(Reason.TRANSLATION, text));
    }
}
