/* Marks that are as wide as an ideograph and half of it blank. Where two of them meet one blank is
 * enough: the other is taken off (JLREQ 3.1.4, CLREQ 3.1.6.1). What becomes of them at the ends of a
 * line edge_blank says. */
#ifndef TEXT_WIDE_MARKS_H
#define TEXT_WIDE_MARKS_H

#include "text/paragraph.h"

/* Inside a shaped text. */
void wide_marks_close(struct glyphs *glyphs);
/* Between tokens that a line may part: their white gets less than nothing, and is gone with the
 * break. */
void wide_marks_close_tokens(struct paragraph *paragraph);

#endif
