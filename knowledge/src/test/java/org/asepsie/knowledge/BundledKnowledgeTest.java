package org.asepsie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.asepsie.engine.maturity.TopicId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The knowledge that ships, read as the product reads it.
class BundledKnowledgeTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    @Test
    void holdsNoMistake() {
        assertThat(CatalogueReader.read(Path.of(".")).problems()).isEmpty();
    }

    @Test
    void isTheSameInTheJarAsInTheFolder() {
        assertThat(Inventory.of(CATALOGUE))
                .isEqualTo(Inventory.of(CatalogueReader.read(Path.of(".")).catalogue()));
    }

    @ParameterizedTest(name = "{0} asks at least {1} questions in {2} themes")
    @CsvSource({
        "essentiel-esms, 58, 8",
        "plan-attaque-hospitalier, 105, 9",
        "hygiene-42, 42, 10",
        "recyf, 20, 20",
        "crise, 30, 5"
    })
    void holdsTheFrameworksPromised(String id, int questions, int themes) {
        var framework = CATALOGUE.framework(id).orElseThrow();

        assertThat(framework.questions()).hasSizeGreaterThanOrEqualTo(questions);
        assertThat(framework.themes()).hasSizeGreaterThanOrEqualTo(themes);
        assertThat(framework.instrument(Optional.empty()).items()).hasSameSizeAs(framework.questions());
    }

    @Test
    void holdsEnoughMeasuresAndIndicators() {
        assertThat(CATALOGUE.measures()).hasSizeGreaterThanOrEqualTo(90);
        assertThat(CATALOGUE.indicators()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(CATALOGUE.measures())
                .allSatisfy(it -> assertThat(it.candidate().id()).isEqualTo(it.id()));
    }

    @Test
    void keepsReCyfBehindItsSwitchAndSizesItByClass() {
        var recyf = CATALOGUE.framework("recyf").orElseThrow();

        assertThat(recyf.ruleSwitch()).contains("nis2");
        assertThat(recyf.instrument(Optional.of("important")).items())
                .hasSizeLessThan(
                        recyf.instrument(Optional.of("essential")).items().size());
    }

    @Test
    void sharesOneAnswerBetweenFrameworksThatAskTheSame() {
        assertThat(CATALOGUE.on(new TopicId("bak.offline"))).hasSizeGreaterThan(2);
    }

    @Test
    void everyTopicHasTheIndicatorOfItsOwnAnswer() {
        var topic = CATALOGUE.topics().iterator().next();

        assertThat(CATALOGUE.indicator(topic.answerIndicator())).isPresent();
        assertThat(CATALOGUE.answeredBy(topic.answerIndicator())).containsExactly(topic.id());
        assertThat(CATALOGUE.indicator("answer:no-such-topic")).isEmpty();
    }
}
