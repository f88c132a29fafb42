package org.asepsie.app.followup;

/// A letter ready to leave: the same in plain text and in modest HTML.
public record Letter(String to, String subject, String plain, String html) {}
