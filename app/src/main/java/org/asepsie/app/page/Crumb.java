package org.asepsie.app.page;

/// One step of the way that leads to the page.
public record Crumb(String name, String address) {}
