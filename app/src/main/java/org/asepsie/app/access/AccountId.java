package org.asepsie.app.access;

import java.io.Serializable;
import java.util.UUID;

/// Names one account for ever, whatever its e-mail address becomes.
public record AccountId(UUID value) implements Serializable {}
