package org.asepsie.app.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/// The way of a nursing home through its network pages: model, addresses, firewall, matrix, cell, plan, paper.
@ApplicationTest
class NetworkPagesTest {
    @Autowired
    MockMvc browser;

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    Plans plans;

    private FacilityId home;
    private People.Someone director;

    @BeforeEach
    void aNursingHome() {
        var region = Actors.asInstallation(() -> facilities.registerRegion("53", "Bretagne"));
        home = Actors.asInstallation(() -> facilities.registerSite(
                region, FacilityDetails.of("Les Tilleuls", Optional.empty(), "500", FacilityKind.ESMS, 80)));
        director = people.with(Role.DIRECTOR, new NodeId(home.value()));
    }

    private String here() {
        return "/f/" + home + "/network";
    }

    private ResultActions open(String path) throws Exception {
        return browser.perform(get(here() + path).with(director.signedIn()))
                .andExpect(content().string(not(containsString("⟦"))));
    }

    private void zones() throws Exception {
        browser.perform(post(here() + "/zones/begin")
                        .param("kind", "ESMS")
                        .param("version", "0")
                        .with(csrf())
                        .with(director.signedIn()))
                .andExpect(redirectedUrl(here() + "/zones"));
        browser.perform(post(here() + "/zones")
                        .param("version", "1")
                        .param("addresses-care", "10.1.0.0/16")
                        .param("addresses-servers", "10.2.0.0/16")
                        .param("addresses-guests", "10.9.0.0/16")
                        .with(csrf())
                        .with(director.signedIn()))
                .andExpect(redirectedUrl(here() + "/zones"));
    }

    private ResultActions upload(String name, String text) throws Exception {
        return browser.perform(multipart(here() + "/files")
                .file(new MockMultipartFile("file", name, "text/plain", text.getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .with(director.signedIn()));
    }

    @Test
    void saysWhatToDoFirstStepByStep() throws Exception {
        open("").andExpect(content().string(containsString("Choisir un modèle")));
        zones();
        open("").andExpect(content().string(containsString("Déposer un fichier")));
    }

    @Test
    void leadsFromTheFirewallToThePlanAndToPaper() throws Exception {
        zones();
        upload("pare-feu.rules", NetworkExamples.IPTABLES).andExpect(redirectedUrl(here()));

        open("").andExpect(content().string(containsString("À fermer")))
                .andExpect(content().string(containsString("Wi-Fi des visiteurs")));
        open("/cells/guests/care")
                .andExpect(content().string(containsString("pare-feu.rules, ligne 7")))
                .andExpect(content().string(containsString("tcp/445")))
                .andExpect(content().string(containsString("le téléphone d’un visiteur")))
                .andExpect(content().string(containsString("Ajouter au plan")));
        browser.perform(post(here() + "/cells/guests/care/plan")
                        .param("key", UUID.randomUUID().toString())
                        .with(csrf())
                        .with(director.signedIn()))
                .andExpect(redirectedUrl("/f/" + home + "/plan/do.seg-guest-wifi"));
        var action = Actors.asInstallation(() -> plans.action(home, ActionId.of("do.seg-guest-wifi")));
        assertThat(action.wish().status()).isEqualTo(Status.PLANNED);

        assertThat(printed("/report.pdf")).contains("Notre réseau arrête-t-il une attaque en chemin");
        assertThat(printed("/administrator.pdf"))
                .contains("Wi-Fi des visiteurs")
                .contains("Passages fermés")
                .contains("Zones hors d’atteinte");
    }

    /// The words on the paper.
    private String printed(String paper) throws Exception {
        var bytes = browser.perform(get(here() + paper).with(director.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        try (var document = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void followsAPathFromOneZoneToAnother() throws Exception {
        zones();
        open("/path").andExpect(content().string(containsString("Déposer un fichier")));
        upload("routeur.cfg", """
                hostname routeur
                interface GigabitEthernet0/0
                 ip address 10.9.0.1 255.255.0.0
                 ip access-group visiteurs in
                interface GigabitEthernet0/1
                 ip address 10.1.0.1 255.255.0.0
                ip access-list extended visiteurs
                 permit tcp 10.9.0.0 0.0.255.255 10.1.0.0 0.0.255.255 eq 445
                 deny ip any any
                """).andExpect(redirectedUrl(here()));

        open("/path?from=guests&to=care")
                .andExpect(content().string(containsString("peut arriver dans la seconde")))
                .andExpect(content().string(containsString("routeur.cfg, ligne 8")));
        open("/path?from=guests&to=guests").andExpect(content().string(containsString("deux zones différentes")));
        open("/path?from=guests&to=nowhere")
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("network-steps"))));
    }

    @Test
    void saysWhyAPathCannotBeFollowedWhereNoInterfaceHasAnAddress() throws Exception {
        zones();
        upload("pare-feu.rules", NetworkExamples.IPTABLES).andExpect(redirectedUrl(here()));

        open("/path?from=guests&to=care")
                .andExpect(content().string(containsString("aucun équipement ne peut être placé")))
                .andExpect(content().string(containsString("/cells/guests/care")));
    }

    @Test
    void exportsWhatTheCommandLinePrints() throws Exception {
        zones();
        upload("pare-feu.rules", NetworkExamples.IPTABLES);
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schemas/network.schema.json")));

        var json = browser.perform(get("/f/" + home + "/exports/network.json").with(director.signedIn()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);

        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
        browser.perform(get("/f/" + home + "/exports/network.csv").with(director.signedIn()))
                .andExpect(content().string(containsString("À fermer")))
                .andExpect(header().string("Content-Disposition", containsString("reseau-Les-Tilleuls-2")));
        browser.perform(get("/f/" + home + "/exports/network.xlsx").with(director.signedIn()))
                .andExpect(status().isOk());
    }

    @Test
    void everyPageSpeaksEnglishToo() throws Exception {
        zones();
        upload("pare-feu.rules", NetworkExamples.IPTABLES + NetworkExamples.of("nftables"));
        upload("firewall.rules", NetworkExamples.IPTABLES);
        accounts.speak(director.actor(), "en");

        for (var path : new String[] {
            "", "/zones", "/files", "/details", "/path?from=guests&to=care", "/cells/guests/care", "?service=445"
        }) {
            open(path).andExpect(status().isOk()).andExpect(content().string(containsString("Network")));
        }
    }

    @Test
    void refusesAnAddressWithItsLineAndKeepsWhatWasTyped() throws Exception {
        zones();

        browser.perform(post(here() + "/zones")
                        .param("version", "2")
                        .param("addresses-care", "10.1.0.0/16\n10.300.0.0/16")
                        .with(csrf())
                        .with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("ligne 2")))
                .andExpect(content().string(containsString("10.300.0.0/16")));
    }

    @Test
    void refusesAFileThatIsNoConfiguration() throws Exception {
        zones();

        upload("courrier.txt", "Bonjour,\nvoici le compte rendu.\n")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("format non reconnu")))
                .andExpect(content().string(containsString("gardé de cet envoi")));
        open("/files").andExpect(content().string(containsString("Aucune configuration")));
    }

    @Test
    void aPairThatWasDeclaredIsNoLongerToClose() throws Exception {
        zones();
        upload("pare-feu.rules", NetworkExamples.IPTABLES);

        browser.perform(post(here() + "/cells/guests/care/flows")
                        .param("version", "2")
                        .param("services", "tcp/445")
                        .param("why", "Imprimante")
                        .with(csrf())
                        .with(director.signedIn()))
                .andExpect(redirectedUrl(here() + "/cells/guests/care"));

        open("/cells/guests/care").andExpect(content().string(containsString("Possible, et déclaré")));
    }

    @Test
    void ofAWayThatIsShutItNamesWhatIsShutAndNotWhatIsInDoubt() throws Exception {
        zones();
        upload("pare-feu.rules", NetworkExamples.IPTABLES);
        upload(
                "coupe.rules",
                NetworkExamples.IPTABLES.substring(0, NetworkExamples.IPTABLES.indexOf("COMMIT")) + "-A FORW");

        var page = open("/cells/care/servers").andReturn().getResponse().getContentAsString();

        assertThat(page).contains("Peut-être possible, et interdit");
        assertThat(page)
                .containsPattern("Déclaré nécessaire, mais arrêté[^<]*tcp/389")
                .doesNotContainPattern("Déclaré nécessaire, mais arrêté[^<]*tcp/0-");
    }

    @Test
    void saysADayThatIsPastAsPeopleWriteDays() throws Exception {
        zones();
        upload("pare-feu.rules", NetworkExamples.IPTABLES);

        browser.perform(post(here() + "/cells/guests/care/flows")
                        .param("version", "2")
                        .param("services", "tcp/3389")
                        .param("until", "2020-03-01")
                        .with(csrf())
                        .with(director.signedIn()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("1er mars 2020")));
    }

    @Test
    void theNetworkOfAnotherHouseDoesNotExist() throws Exception {
        zones();
        upload("pare-feu.rules", NetworkExamples.IPTABLES);
        var stranger = Actors.asInstallation(() -> facilities.registerSite(
                facilities.registerRegion("53", "Bretagne"),
                FacilityDetails.of("Ailleurs", Optional.empty(), "500", FacilityKind.ESMS, 80)));
        var other = people.with(Role.DIRECTOR, new NodeId(stranger.value()));

        for (var path : new String[] {"", "/zones", "/files", "/details", "/cells/guests/care", "/report.pdf"}) {
            browser.perform(get(here() + path).with(other.signedIn())).andExpect(status().isNotFound());
        }
    }
}
