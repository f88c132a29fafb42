package org.asepsie.app.knowledge;

/// A questionnaire as a region writes it, for tests.
final class RegionalYaml {
    static final String ONE = """
            framework:
              id: bretagne-nuit
              version: 1.0.0
              validFrom: 2026-11-01
              title: {fr: Astreintes de nuit, en: Night duty}
              purpose: {fr: "Pour les établissements de Bretagne.", en: "For establishments of Brittany."}
              audience: [esms]
              minutes: 5
              source: {name: Centre régional, reference: v1, checkedOn: 2026-11-01, confidence: P}
              notice: {fr: "Ce n'est pas un contrôle.", en: "This is no inspection."}
              thresholds: [20, 45, 65, 85]
            topics:
              bretagne.duty: {fr: Astreinte de nuit, en: Night duty}
            themes:
              - {id: nuit, title: {fr: La nuit, en: At night}, intro: {fr: "Qui répond la nuit.", en: "Who answers at night."}, weight: 3}
            questions:
              - id: bretagne.duty
                topic: bretagne.duty
                theme: nuit
                essential: true
                weight: 4
                gate: {level: 2, attainment: 2}
                ask: {fr: "Qui appelez-vous la nuit quand l'informatique s'arrête ?", en: "Whom do you call at night when IT stops?"}
                example: {fr: "L'infirmière de nuit a le numéro sur elle.", en: "The night nurse carries the number."}
                help: {fr: "Un numéro, un nom, un délai.", en: "A number, a name, a delay."}
                options:
                  - {attainment: 0, text: {fr: Personne, en: Nobody}}
                  - {attainment: 1, text: {fr: "Quelqu'un, de bonne volonté", en: "Someone, out of goodwill"}}
                  - {attainment: 2, text: {fr: Un numéro affiché, en: A number on the wall}}
                  - {attainment: 3, text: {fr: Un numéro essayé cette année, en: A number tried this year}}
                notApplicable:
                  - {id: no-night, fr: Nous n'accueillons personne la nuit, en: Nobody stays with us at night}
                findOut: {who: {fr: La direction, en: The director}, look: {fr: "L'affiche de la salle de soins.", en: "The poster in the care room."}, minutes: 5}
                freshness: P6M
                references: [ANSSI hygiène 41, ReCyF 17]
            """;

    /// The next version asks under another name and is harder to please.
    static final String TWO = ONE.replace("version: 1.0.0", "version: 2.0.0")
                    .replace("bretagne.duty", "bretagne.night-duty")
                    .replace("[20, 45, 65, 85]", "[40, 70, 90, 95]")
            + "renames: [{kind: topic, from: bretagne.duty, to: bretagne.night-duty, since: 2.0.0}]\n";

    private RegionalYaml() {}
}
