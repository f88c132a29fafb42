package org.asepsie.app.network;

import java.io.Serializable;

/// What an engine says in words of its own, in both languages.
public record BothLanguages(String fr, String en) implements Serializable {}
