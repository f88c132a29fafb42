package org.asepsie.app.knowledge;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The workbook in which a region writes its questionnaire: empty, or holding one that was published.
public final class FrameworkTemplates {
    private FrameworkTemplates() {}

    public static byte[] empty() {
        return FrameworkWorkbookWriter.empty();
    }

    /// @param yaml of a published version, so it is sound
    public static byte[] filled(String yaml) {
        var document = new Load(LoadSettings.builder().build()).loadFromString(yaml);
        return FrameworkWorkbookWriter.filledWith(document instanceof Map<?, ?> map ? map : Map.of());
    }
}
