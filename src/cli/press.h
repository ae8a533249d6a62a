/* What a theme and the command line say of the press, for the PDF. */
#ifndef CLI_PRESS_H
#define CLI_PRESS_H

#include "cli/session.h"
#include "layout/layout.h"
#include "pdf/pdf.h"
#include "publication/publication.h"

/* For one document by `theme`; NULL unless it is for the press. The result is owned by `arena`, and
 * sets the slug line by `text`. */
const struct press_options *press_options_new(const struct session *session, const struct job *job,
                                              const struct theme *theme, struct text *text,
                                              struct arena *arena, struct diag *diag);

#endif
