/* What a file for the press has besides the pages (PDF/X-4, ISO 15930-7): room around the trim, a
 * slug line on every sheet, and the checks of what a press cannot print. */
#ifndef PDF_PRESS_H
#define PDF_PRESS_H

#include "pdf/spots.h"

struct press {
    const struct pages *pages;
    struct spots spots;
    struct item
        *slugs; /* slug_count a page: the line on all plates, then each ink's name on its own */
    size_t slug_count; /* 0: nothing sets them */
};

/* Finds the inks and sets the slug lines. NULL when the document is not for the press. */
struct press *press_new(const struct document *document);

/* Faults and warnings, with their place in the data where there is one: the profile, inks, bleed,
 * hairlines, the resolution of pictures. What pictures are made of, images_write checks. */
void press_check(const struct document *document);

/* Both in thousandths of a point: the bleed of a page; from the edge of the sheet to the trim. */
int64_t press_bleed(const struct page *page);
int64_t press_margin(const struct page *page);

/* The items of a page's slug line; their places count from the trim. */
const struct item *press_slug(const struct press *press, const struct page *page);

#endif
