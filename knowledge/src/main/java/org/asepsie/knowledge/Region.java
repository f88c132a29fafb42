package org.asepsie.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A region, its departments, and who carries its cyber resource centre.
///
/// @param code INSEE code
public record Region(String code, Text name, List<Department> departments, Centre centre) {
    public record Department(String code, String name) {}

    /// @param brand name of its cyber offer, when it has its own
    public record Centre(
            String body,
            Optional<String> brand,
            Optional<String> web,
            Source.Confidence confidence,
            LocalDate checkedOn) {}

    static Region read(Fields in) {
        var region = new Region(
                in.string("code"),
                in.text("name"),
                in.blocks("departments").stream().map(Region::department).toList(),
                new Centre(
                        in.string("body"),
                        in.optionalString("brand"),
                        in.optionalString("web"),
                        in.word("confidence", Source.Confidence.class),
                        in.date("checkedOn")));
        in.close();
        return region;
    }

    private static Department department(Fields in) {
        var department = new Department(in.string("code"), in.string("name"));
        in.close();
        return department;
    }
}
