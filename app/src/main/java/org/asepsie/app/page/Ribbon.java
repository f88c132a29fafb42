package org.asepsie.app.page;

/// A sentence that stands above every page as long as it holds. A module that has something to say answers.
public interface Ribbon {
    /// The wording key of the sentence, or an empty string when there is nothing to say.
    String key();
}
