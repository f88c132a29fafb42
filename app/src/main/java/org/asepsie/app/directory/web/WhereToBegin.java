package org.asepsie.app.directory.web;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Instead of a page that has nothing to show: the one that says how to make a collection, and why one came there.
@ControllerAdvice(basePackageClasses = WhereToBegin.class)
class WhereToBegin {
    @ExceptionHandler(NothingYet.class)
    String begin(NothingYet nothing, RedirectAttributes after) {
        after.addFlashAttribute("notice", "directory.nothing-yet");
        return "redirect:/f/%s/directory".formatted(nothing.facility());
    }
}
