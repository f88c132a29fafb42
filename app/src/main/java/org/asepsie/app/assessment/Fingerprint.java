package org.asepsie.app.assessment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.asepsie.knowledge.Question;

/// What an answer to a question depends on: its topic, its options, its facts. A question that kept its fingerprint
/// from
/// one version to the next can be answered on a page opened before; the wording around it may have improved.
public final class Fingerprint {
    private Fingerprint() {}

    public static String of(Question question) {
        var text = new StringBuilder(question.topic().value());
        question.options()
                .forEach(it -> text.append('\n')
                        .append(it.attainment().value())
                        .append(' ')
                        .append(it.text().fr())
                        .append('|')
                        .append(it.text().en()));
        question.notApplicable().forEach(it -> text.append('\n').append(it.id()));
        try {
            var hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
