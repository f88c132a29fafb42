package org.asepsie.app.evidence;

import java.util.Locale;

/// A file that will not be kept as proof. People read the wording `evidence.file.<problem>`, filled with the name.
public final class AttachmentRefused extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    public enum Problem {
        EMPTY("%s holds nothing; check that it was saved, then choose it again"),
        TOO_LARGE("%s is larger than 25 MB; send fewer pages or a smaller scan"),
        UNKNOWN_KIND("%s is of a kind that is not kept; send PDF, PNG, JPEG, XLSX, DOCX, ODT, TXT or CSV"),
        NOT_WHAT_IT_SAYS("the content of %s is not what its name says; open it with its program and save it again"),
        HOLDS_MACROS("%s holds macros, which could run on the reader's computer; save it without, or as PDF"),
        DAMAGED("%s is cut short or damaged; open it, save it again, and send that copy");

        private final String message;

        Problem(String message) {
            this.message = message;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Problem problem;
    private final String fileName;

    AttachmentRefused(Problem problem, String fileName) {
        super(problem.message.formatted(fileName));
        this.problem = problem;
        this.fileName = fileName;
    }

    AttachmentRefused(Problem problem, String fileName, Exception cause) {
        super(problem.message.formatted(fileName), cause);
        this.problem = problem;
        this.fileName = fileName;
    }

    public Problem problem() {
        return problem;
    }

    public String fileName() {
        return fileName;
    }
}
