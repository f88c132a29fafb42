package org.asepsie.app.facility.finess;

import java.time.LocalDate;
import java.util.Optional;
import org.asepsie.app.facility.Finess;

/// One site as the register tells it.
///
/// @param line the line of the file where it was read
/// @param category the code of the nomenclature, `500` for a nursing home
/// @param department the code of the department, or an empty string when the register gives none
/// @param siret empty when absent or malformed
public record FinessSite(
        long line,
        Finess number,
        String name,
        String category,
        String department,
        Optional<String> commune,
        Optional<String> siret,
        Optional<Entity> entity,
        Life life) {

    /// The legal entity that runs the site. The classic file gives its number alone.
    public record Entity(Finess number, Optional<String> name, Optional<String> siren) {}

    /// Whether the site is open. The classic file cannot say: being listed there proves nothing.
    public sealed interface Life {
        record Open() implements Life {}

        /// @param on the day, when the register tells it
        record Closed(Optional<LocalDate> on) implements Life {}

        record Untold() implements Life {}
    }
}
