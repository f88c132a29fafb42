package org.asepsie.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@ApplicationTest
class StartTest {
    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient database;

    @Autowired
    People people;

    @Test
    void worksAsARoleThatOwnsNothing() {
        assertThat(database.sql("select current_user").query(String.class).single())
                .isEqualTo("asepsie_app");
    }

    @Test
    void showsTheSignInPageOnceSomeoneHasAnAccount() throws Exception {
        people.with(Role.ADMINISTRATOR, people.nation());

        browser.perform(get("/sign-in")).andExpect(status().isOk());
    }
}
