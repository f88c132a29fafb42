package org.asepsie.app.followup.web;

/// @param above whether the person may decide lines for several facilities, this one among them
public record TimelinePage(Timeline timeline, boolean above) {}
