package org.asepsie.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asepsie.app.evidence.AttachmentRefused.Problem;
import org.junit.jupiter.api.Test;

class FileContentTest {
    private static final byte[] PDF = "%PDF-1.7\n%âãÏÓ\n".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void takesAFileWhoseContentIsWhatItsNameSays() throws IOException {
        assertThat(FileContent.kind("rapport.PDF", PDF)).isEqualTo(FileKind.PDF);
        assertThat(FileContent.kind("inventaire.xlsx", packed("[Content_Types].xml", "xl/workbook.xml")))
                .isEqualTo(FileKind.XLSX);
        assertThat(FileContent.kind("charte.docx", packed("[Content_Types].xml", "word/document.xml")))
                .isEqualTo(FileKind.DOCX);
        assertThat(FileContent.kind("journal.log", "sauvegarde réussie\n".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(FileKind.TXT);
        assertThat(FileContent.kind("postes.csv", "poste;âge\nA;4\n".getBytes(Charset.forName("windows-1252"))))
                .isEqualTo(FileKind.CSV);
    }

    @Test
    void refusesAPdfCalledXlsx() {
        assertRefused("inventaire.xlsx", PDF, Problem.NOT_WHAT_IT_SAYS);
    }

    @Test
    void refusesAProgramWhateverItsName() {
        var program = new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0};

        assertRefused("rapport.pdf", program, Problem.NOT_WHAT_IT_SAYS);
        assertRefused("rapport.txt", program, Problem.NOT_WHAT_IT_SAYS);
        assertRefused("outil.exe", program, Problem.UNKNOWN_KIND);
    }

    @Test
    void refusesAPageThatCouldRunScripts() {
        assertRefused("page.html", "<script>1</script>".getBytes(StandardCharsets.UTF_8), Problem.UNKNOWN_KIND);
        assertRefused("image.svg", "<svg/>".getBytes(StandardCharsets.UTF_8), Problem.UNKNOWN_KIND);
    }

    @Test
    void refusesAWorkbookWithMacros() throws IOException {
        assertRefused("budget.xlsx", packed("xl/workbook.xml", "xl/vbaProject.bin"), Problem.HOLDS_MACROS);
    }

    @Test
    void refusesAWorkbookCutShort() throws IOException {
        var whole = packed("[Content_Types].xml", "xl/workbook.xml");

        assertRefused("inventaire.xlsx", Arrays.copyOf(whole, whole.length / 2), Problem.DAMAGED);
    }

    @Test
    void looksIntoAnArchiveWithoutUnpackingIt() throws IOException {
        var swelling = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(swelling)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 200; i++) {
                zip.write(zeros);
            }
        }

        assertThat(FileContent.kind("bombe.xlsx", swelling.toByteArray())).isEqualTo(FileKind.XLSX);
    }

    private static void assertRefused(String name, byte[] content, Problem problem) {
        assertThatThrownBy(() -> FileContent.kind(name, content))
                .isInstanceOfSatisfying(
                        AttachmentRefused.class, it -> assertThat(it.problem()).isEqualTo(problem))
                .hasMessageContaining(name);
    }

    private static byte[] packed(String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : List.of(entries)) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.write("<x/>".repeat(50).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
