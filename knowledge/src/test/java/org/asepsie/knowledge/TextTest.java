package org.asepsie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextTest {
    @Test
    void frenchPunctuationKeepsItsSpaceOnTheSameLine() {
        var text = new Text("Avez-vous un « plan » ?", "Do you have a \"plan\" ?");

        assertThat(text.in(Language.FR)).isEqualTo("Avez-vous un «\u00a0plan\u00a0»\u00a0?");
        assertThat(text.in(Language.EN)).isEqualTo("Do you have a \"plan\" ?");
    }
}
