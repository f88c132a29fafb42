package org.asepsie.paper;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/// Where a line may end. The rules of the JDK allow a break behind a curved apostrophe, which would leave `l’` or
/// `d’` at the end of a line, parted from its word; those of the print engine one before a slash, which would part a
/// protocol from its port (`tcp`, `/443`).
final class Lines implements FSTextBreaker {
    private static final char APOSTROPHE = '\u2019';

    private final FSTextBreaker rules = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(Locale.FRENCH));
    private String text = "";

    @Override
    public void setText(String newText) {
        text = newText;
        rules.setText(newText);
    }

    @Override
    public int next() {
        var end = rules.next();
        while (withinWord(end)) {
            end = rules.next();
        }
        return end;
    }

    private boolean withinWord(int end) {
        if (end <= 0 || end >= text.length()) {
            return false;
        }
        var before = text.charAt(end - 1);
        var after = text.charAt(end);
        return before == APOSTROPHE && Character.isLetterOrDigit(after)
                || after == '/' && end + 1 < text.length() && Character.isDigit(text.charAt(end + 1));
    }
}
