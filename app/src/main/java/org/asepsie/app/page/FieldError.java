package org.asepsie.app.page;

/// What is wrong with one field of a form, told in a sentence that says how to mend it.
///
/// @param field the name of the field, which is also the id of its control
public record FieldError(String field, String sentence) {}
