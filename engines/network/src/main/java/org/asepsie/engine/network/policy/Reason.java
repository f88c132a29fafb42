package org.asepsie.engine.network.policy;

/// Why a line, or a part of it, could not be turned into a firm statement about packets.
public enum Reason {
    UNKNOWN_WORD("mot ou option non compris", "a word or an option that is not understood"),
    UNKNOWN_MATCH("critère non compris", "a match that is not understood"),
    UNKNOWN_ACTION("action non comprise", "an action that is not understood"),
    RATE("dépend du débit ou du nombre de connexions", "depends on a rate or on a number of connections"),
    TIME("dépend de l’heure ou de la date", "depends on the time or on the date"),
    HISTORY("dépend de paquets vus auparavant", "depends on packets seen before"),
    USER("dépend d’un utilisateur, d’un groupe ou d’un programme", "depends on a user, a group or a program"),
    HARDWARE("dépend du matériel (adresse MAC, port physique)", "depends on hardware (MAC address, physical port)"),
    RESOLVED_NAME("dépend de la résolution d’un nom", "depends on how a name resolves"),
    DYNAMIC_SET("liste tenue hors du fichier", "a list kept outside the file"),
    GEOGRAPHY("dépend de la géographie ou de la réputation", "depends on geography or reputation"),
    APPLICATION("dépend de l’application ou du contenu reconnu", "depends on the application or content recognised"),
    CHANCE("dépend du hasard", "depends on chance"),
    SENDER("dépend d’un champ que l’émetteur choisit", "depends on a field that the sender chooses"),
    MARK("dépend d’une marque posée ailleurs", "depends on a mark set elsewhere"),
    ROUTING("dépend du routage", "depends on routing"),
    TUNNEL("dépend d’un tunnel ou du chiffrement", "depends on a tunnel or on encryption"),
    TRANSLATION("traduction d’adresses non comprise", "an address translation that is not understood"),
    UNDEFINED(
            "objet, chaîne ou liste non définis dans le fichier", "an object, chain or list the file does not define"),
    CYCLE("appels en cercle", "calls that run in a circle"),
    MALFORMED("ligne mal formée", "a malformed line"),
    MASKED("valeur masquée dans le fichier", "a value masked in the file"),
    TRUNCATED("fichier incomplet", "an incomplete file"),
    IMPLICIT_RULES("règles implicites absentes du fichier", "implicit rules that the file does not hold"),
    NOT_COVERED("partie de la configuration non analysée", "a part of the configuration that is not analysed");

    private final String french;
    private final String english;

    Reason(String french, String english) {
        this.french = french;
        this.english = english;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
