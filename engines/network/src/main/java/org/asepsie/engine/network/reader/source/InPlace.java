package org.asepsie.engine.network.reader.source;

/// The words of a line, read where they stand: nothing is cut out or copied. For lines that are written the plain way,
/// which are most of a long file; whatever is not plain is left to those who know every way, from the start of the
/// line.
///
/// Words are separated by blanks, which are taken along with the word before them; any other white space is a part of a
/// word here, so it makes a line that is not plain.
public final class InPlace {
    private final char[] text;
    private int at;
    private int end;
    private boolean even;

    public InPlace(String text) {
        this.text = text.toCharArray();
    }

    /// Goes to the first word between `from` and `to`, the bounds of a line. Blanks and tabs around it are left out.
    public void line(int from, int to) {
        at = from;
        end = to;
        even = true;
        while (at < end && isSpace(text[at])) {
            at++;
        }
        while (end > at && isSpace(text[end - 1])) {
            end--;
        }
    }

    private static boolean isSpace(char letter) {
        return letter == ' ' || letter == '\t';
    }

    public int at() {
        return at;
    }

    /// Behind the last word of the line.
    public int end() {
        return end;
    }

    public void back(int place) {
        at = place;
    }

    public boolean more() {
        return at < end;
    }

    /// The character that stands here, 0 at the end of the line.
    public char peek() {
        return at < end ? text[at] : 0;
    }

    /// Whether all words that were taken stand one blank apart.
    public boolean isEven() {
        return even;
    }

    /// Takes the word that stands here, if it is this one.
    public boolean take(String word) {
        int behind = at + word.length();
        if (behind > end || behind < end && text[behind] != ' ') {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at = behind;
        blanks();
        return true;
    }

    /// Takes one character.
    public boolean take(char sign) {
        if (at < end && text[at] == sign) {
            at++;
            return true;
        }
        return false;
    }

    /// Takes the digits that stand here.
    ///
    /// @return what they say, or -1 if there are none or they say more than `most`
    public int number(int most) {
        long number = -1;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = Math.max(number, 0) * 10 + digit;
            if (number > most) {
                return -1;
            }
        }
        return (int) number;
    }

    /// Takes an IPv4 address.
    ///
    /// @return its 32 bits, or -1 if it is none
    public long address() {
        long bits = 0;
        for (int part = 0; part < 4; part++) {
            int number = part == 0 || take('.') ? number(255) : -1;
            if (number < 0) {
                return -1;
            }
            bits = bits << 8 | number;
        }
        return bits;
    }

    /// Whether a word ends here; takes the blanks behind it.
    public boolean endsWord() {
        if (at < end && text[at] != ' ') {
            return false;
        }
        blanks();
        return true;
    }

    private void blanks() {
        int from = at;
        while (at < end && text[at] == ' ') {
            at++;
        }
        even &= at <= from + 1;
    }

    /// Where the word that stands here ends.
    public int endOfWord() {
        int place = at;
        while (place < end && text[place] != ' ') {
            place++;
        }
        return place;
    }

    /// The hash of what stands between two places, as [SpanTable] asks for it.
    public int hash(int from, int to) {
        int hash = 0;
        for (int place = from; place < to; place++) {
            hash = SpanTable.hash(hash, text[place]);
        }
        return hash;
    }

    /// What stands between two places, with one blank for each row of them.
    public String evened(int from, int to) {
        var kept = new char[to - from];
        int count = 0;
        for (int place = from; place < to; place++) {
            if (text[place] != ' ' || text[place - 1] != ' ') {
                kept[count++] = text[place];
            }
        }
        return new String(kept, 0, count);
    }
}
