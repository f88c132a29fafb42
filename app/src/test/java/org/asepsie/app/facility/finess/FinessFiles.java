package org.asepsie.app.facility.finess;

import java.io.BufferedWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.asepsie.app.facility.Finess;

/// Fictitious files of the register. Every number begins with 99, which is no department.
public final class FinessFiles {
    public static final String COMMENT = "finess;etalab;99;2026-05-12";
    private static final String[] CATEGORIES = {"500", "355", "183", "255", "354", "365", "101", "202"};
    private static final String[] DEPARTMENTS = {"35", "22", "29", "56", "75", "13", "2A", "9D"};

    private FinessFiles() {}

    /// The number of order `index`, with its right key.
    public static Finess number(int index) {
        for (var key = 0; key < 10; key++) {
            var number = new Finess("99%06d%d".formatted(index, key));
            if (number.keyIsRight()) {
                return number;
            }
        }
        throw new IllegalStateException("every number has a key");
    }

    /// A line of the classic file.
    public static String line(Finess number, Finess entity, String name, String category, String department) {
        var fields = new String[32];
        java.util.Arrays.fill(fields, "");
        fields[0] = "structureet";
        fields[1] = number.value();
        fields[2] = entity.value();
        fields[3] = name;
        fields[12] = department.equals("9D") ? "411" : "001";
        fields[13] = department;
        fields[15] = "99000 ESSAI-SUR-VAISSEAU CEDEX 9";
        fields[18] = category;
        fields[22] = "99999999900011";
        fields[28] = "1900-01-01";
        return String.join(";", fields);
    }

    public static String line(int index, String name) {
        return line(
                number(index),
                number(900_000 + index / 4),
                name,
                CATEGORIES[index % CATEGORIES.length],
                DEPARTMENTS[index / 4 % DEPARTMENTS.length]);
    }

    public static Path write(Path file, Charset encoding, List<String> lines) {
        return write(
                file, lines.stream().collect(Collectors.joining("\n", "", "\n")).getBytes(encoding));
    }

    public static Path write(Path file, byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static byte[] compressed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    /// A whole fictitious register: `sites` sites, four to a legal entity, over eight departments.
    public static Path register(Path file, int sites) {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            out.write(COMMENT + "\n");
            for (var index = 0; index < sites; index++) {
                out.write(line(index, "RÉSIDENCE FICTIVE N° " + index) + "\n");
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// A file of FINESS+ with one entity of two sites, the second closed. The reception address stands first, as it
    /// may.
    public static String plus() {
        return """
                {"schemaVersion":"1","generatedAt":"2026-11-01","gco":[{"x":[1,{"y":2}]}],
                 "pmej":[{
                  "ege":[
                   {"informationsGeneralesEGE":{"numFinessEge":"990000010","nomEgeCourt":"EHPAD FICTIF","nomEgeLong":"EHPAD FICTIF DES ÉRABLES","siret":"99999999900011","dateFermeture":null},
                    "categorieEntiteGeographiqueExercice":"500","etatObjet":"A","activites":[{"a":1}],
                    "adresse":[{"usageAdresse":"06","cogCommune":"75056","ligneAcheminement":"75001 PARIS"},
                               {"usageAdresse":"03","cogCommune":"35238","ligneAcheminement":"35000 RENNES CEDEX 7"}]},
                   {"informationsgeneralesege":{"NUMFINESSEGE":"990000028","nomegecourt":"IME FICTIF","dateFermeture":"2026-10-31"},
                    "CategorieEntiteGeographiqueExercice":{"code":"183","libelle":"IME"},
                    "ADRESSE":[{"usageAdresse":"03","cogcommune":"2A004","ligneacheminement":"20000 AJACCIO"}]}],
                  "informationsGeneralesPMEJ":{"numFinessPm":"990000036","denominationPm":"ASSO","denominationLonguePmSmsse":"ASSOCIATION FICTIVE","siren":"999999999"}
                 }]}
                """;
    }
}
