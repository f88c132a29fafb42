package org.asepsie.engine.network.reader.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.junit.jupiter.api.Test;

class XmlElementTest {
    private static final String SAMPLE = """
            <pfsense version="22.1" kind='x'>
              <system><hostname>fw &amp; co &#65;</hostname><empty/><b></b></system>
              <!-- rules
                   of the house -->
              <filter>
                <rule uuid="a-1"
                      id="2">
                  <descr><![CDATA[from <lan> & ]] more]]></descr> tail
                  <text> one <i/> two &lt;three&gt; [2001:db8::1] &quot;é&apos; </text>
                </rule >
              </filter>
            </pfsense>
            """;
    private static final String[] PIECES = {
        "<",
        ">",
        "/",
        "&",
        ";",
        "\"",
        "'",
        "=",
        " ",
        "\n",
        "\r\n",
        "\t",
        "]]>",
        "--",
        "<!--",
        "-->",
        "<![CDATA[",
        "<?x y?>",
        "<!DOCTYPE a>",
        "&amp;",
        "&nbsp;",
        "&#10;",
        "xml:lang=\"fr\"",
        "a:b",
        "<a>",
        "</a>",
        "<a/>",
        "\u0001",
        "\u00E9",
        "\u2028",
        "x"
    };

    /// A processing instruction in front is nothing to the reader of the JDK, and too much for the quick one.
    private static String withTheJdk(String xml) {
        return seen("<?x y?>" + xml);
    }

    private static String seen(String xml) {
        try {
            var all = new StringBuilder();
            tell(XmlElement.read(ConfigText.of("f.xml", xml)), all);
            return all.toString();
        } catch (UnreadableConfig e) {
            return "refused: " + e.where() + e.french();
        }
    }

    private static void tell(XmlElement it, StringBuilder all) {
        all.append(it.name())
                .append(it.where())
                .append(it.attributes())
                .append('[')
                .append(it.text());
        it.children().forEach(child -> tell(child, all));
        all.append(']');
    }

    @Test
    void aPlainFileMeansWhatTheJdkReadsInIt() {
        assertThat(seen(SAMPLE)).isEqualTo(withTheJdk(SAMPLE)).contains("fw & co A", "f.xml:7{uuid=a-1, id=2}");
        var plain = SAMPLE.replace("&#65;", "").replace("kind='x'", "").replace("]] more", "more");
        assertThat(seen(plain)).isEqualTo(withTheJdk(plain)).contains("one  two <three> [2001:db8::1] \"é'");
    }

    @Test
    void damagedFilesMeanOrAreRefusedAsTheJdkSays() {
        var random = new Random(11);
        var plain = SAMPLE.replace("&#65;", "").replace(" kind='x'", "").replace("]] more", "more");
        for (int round = 0; round < 3_000; round++) {
            var xml = new StringBuilder(plain);
            for (int change = random.nextInt(3); change >= 0; change--) {
                int at = random.nextInt(xml.length());
                switch (random.nextInt(3)) {
                    case 0 -> xml.delete(at, Math.min(xml.length(), at + 1 + random.nextInt(4)));
                    case 1 -> xml.insert(at, PIECES[random.nextInt(PIECES.length)]);
                    default -> xml.setCharAt(at, (char) (' ' + random.nextInt(95)));
                }
            }
            var damaged = xml.toString();
            assertThat(seen(damaged)).as(damaged).isEqualTo(withTheJdk(damaged));
        }
    }

    @Test
    void aTextOfManyPiecesIsReadInProportion() {
        var text = "&amp;".repeat(300_000);
        assertThat(XmlElement.read(ConfigText.of("f.xml", "<a>" + text + "</a>"))
                        .text())
                .hasSize(300_000);
    }
}
