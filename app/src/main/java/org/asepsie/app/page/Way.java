package org.asepsie.app.page;

/// One entry of the navigation.
///
/// @param key the wording key of its name
public record Way(String address, String key, boolean current) {}
