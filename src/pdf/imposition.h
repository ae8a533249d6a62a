/* Pages two up on double sheets that are folded in the middle: for saddle stitching all in one
 * signature, for a glued back in signatures of sixteen. */
#ifndef PDF_IMPOSITION_H
#define PDF_IMPOSITION_H

#include "pdf/pdf.h"

/* The sides of the sheets as pages, front and back by turns, each signature padded with empty pages
 * to a multiple of four. Contents of inner sheets move towards the fold, by `creep` a sheet,
 * because these stick out when the sheets lie in one another. Links, tags and outline are left
 * behind: this is for paper. NULL with a fault when the pages differ in size. */
const struct pages *pages_impose(const struct pages *pages, enum imposition imposition, sp creep,
                                 struct arena *arena, struct diag *diag);

#endif
