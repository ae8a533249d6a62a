/* Quotation marks the wrong way round: reported, never changed. */
#ifndef MODEL_QUOTES_H
#define MODEL_QUOTES_H

#include "base/diag.h"
#include "yaml/value.h"

/* Warns of each mark in `text` that opens where the language closes, or closes where it opens.
 * `node`, when not NULL, is the scalar of the text and gives the place inside it, else it is
 * `span`. */
void check_quotes(struct str text, const struct node *node, struct span span, struct str language,
                  struct diag *diag);

#endif
