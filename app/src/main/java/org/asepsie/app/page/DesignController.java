package org.asepsie.app.page;

import java.util.List;
import org.asepsie.app.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Shows every part pages are made of, in every state: to look at them, and for the checks of accessibility.
@Controller
class DesignController {
    @Open(signedIn = true)
    @GetMapping("/help/design")
    String parts(Model model) {
        model.addAttribute(
                "motifs",
                List.of(
                        Motif.of(2, 3, 4).towards(3),
                        Motif.of(1.8, 2.4, 3.1).towards(2.5),
                        Motif.of(0, 0, 4),
                        Motif.of(0, 2.6, 2.6),
                        Motif.of(3.4, 3.4, 3.4).towards(3),
                        Motif.of(4, 4, 4),
                        Motif.of(0, 0, 0)));
        model.addAttribute(
                "radar",
                new RadarDrawing(List.of(
                        new RadarDrawing.Axis("Gouvernance", Motif.of(1.2, 2.4, 3.1)),
                        new RadarDrawing.Axis("Sauvegardes", Motif.of(2.8, 3.2, 3.2)),
                        new RadarDrawing.Axis("Accès et mots de passe", Motif.of(0.8, 1.9, 3.4)),
                        new RadarDrawing.Axis("Prestataires et télémaintenance", Motif.of(0, 1.2, 3.6)),
                        new RadarDrawing.Axis("Continuité des soins", Motif.of(2.2, 2.6, 2.9)),
                        new RadarDrawing.Axis("Sensibilisation", Motif.of(1.5, 3.1, 3.4)),
                        new RadarDrawing.Axis("Matériels médicaux", Motif.of(0.4, 0.9, 2.8)))));
        model.addAttribute("trend", Sparkline.ofLevels(List.of(0.8, 1.0, 1.1, 1.1, 1.6, 1.5, 2.2)));
        model.addAttribute(
                "choices",
                List.of(
                        new Choice(
                                "yes",
                                "Oui, et nous l’avons essayé cette année",
                                "Une restauration complète, datée",
                                false),
                        new Choice("partly", "En partie", "Certains logiciels seulement", true),
                        new Choice("no", "Non", "", false)));
        model.addAttribute(
                "errors",
                List.of(
                        new FieldError("finess", "Le numéro FINESS compte 9 chiffres : il en manque un."),
                        new FieldError("opened", "Choisissez une date passée.")));
        model.addAttribute("window", new Window(26, 50, 312, "#before", "#after"));
        return "page/design";
    }
}
