package org.asepsie.app.assessment;

import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The question does not offer such an answer: the request was not made by one of our pages.
@ResponseStatus(HttpStatus.BAD_REQUEST)
public class AnswerRefused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    public AnswerRefused(String problem) {
        super(problem);
    }
}
