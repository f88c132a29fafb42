package org.asepsie.knowledge;

/// The name of a level (0 to 4) and what it means in the life of a home and of a hospital.
public record LevelName(int level, Text name, Text forEsms, Text forHospital) {
    public Text meaning(Audience audience) {
        return audience == Audience.HOSPITAL ? forHospital : forEsms;
    }

    static LevelName read(Fields in) {
        var meaning = in.block("meaning");
        var level = new LevelName(
                in.integer("level", 0, 4), in.text("name"), meaning.text("esms"), meaning.text("hospital"));
        meaning.close();
        in.close();
        return level;
    }
}
