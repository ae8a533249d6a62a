/* Pictures in Markdown: a light scan, so that a check needs no typesetter. */
#ifndef MODEL_PICTURES_H
#define MODEL_PICTURES_H

#include "base/diag.h"
#include "yaml/node.h"
#include "yaml/value.h"

/* Faults for each `![…](…)` of `body` that has no words for those who do not see it, or whose file,
 * relative to the file of the body, is not there. Linear in the text (CommonMark 0.30, 6.3 and 6.4,
 * without code spans and references). */
void check_pictures(const struct translation *body, struct arena *scratch, struct diag *diag);

#endif
