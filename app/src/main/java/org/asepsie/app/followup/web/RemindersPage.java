package org.asepsie.app.followup.web;

import org.asepsie.app.followup.Rhythm;

/// How often a person is reminded.
///
/// @param steers whether the person steers any plan: nobody else has anything to be reminded of
/// @param mail whether letters can leave at all
public record RemindersPage(Rhythm rhythm, String email, boolean steers, boolean mail) {}
