package org.asepsie.app.assessment.web;

import java.time.Instant;

/// One question for whoever was asked, without an account.
public record HandedOverPage(String facility, String recipient, String address, Instant until, QuestionView question) {}
