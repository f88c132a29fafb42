package org.asepsie.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.asepsie.app.access.People;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/// A test that drives the whole application on a real PostgreSQL.
///
/// The server starts once for all tests; each application context gets an empty database of its own, so a test
/// class that needs an installation that was never set up asks for a context of its own with a property. Tests of
/// one context share its database: each makes its own facilities and people (see [People]) and relies on no
/// others. Time is [TestClock], back at its start before each test.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = FreshDatabase.class)
@Import({TestClock.AsTheClock.class, People.class})
@TestExecutionListeners(
        listeners = TestClock.SetBack.class,
        mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface ApplicationTest {}
