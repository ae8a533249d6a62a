/* What a file for the press has besides the pages (PDF/X-4, ISO 15930-7): room around the trim, a
 * slug line on every sheet, and the checks of what a press cannot print. */
#ifndef PDF_PRESS_H
#define PDF_PRESS_H

#include "pdf/document.h"

/* The text of the slug line on all plates, then the name of each ink on its own plate. */
enum { SLUG_ITEMS = 5 };

struct press {
    const struct pages *pages;
    struct item *slugs; /* SLUG_ITEMS a page; NULL when no font of the document has the letters */
};

/* Sets the slug lines, and checks inks, hairlines and the resolution of pictures: faults and
 * warnings are in diag. NULL when the document is not for the press. */
struct press *press_new(const struct document *document, const struct fonts *fonts);

/* Both in thousandths of a point. The bleed of a page, 3 mm when the theme has none; the distance
 * from the edge of the sheet to the trim. */
int64_t press_bleed(const struct page *page);
int64_t press_margin(const struct page *page);

/* The items of a page's slug line; their places count from the trim. */
const struct item *press_slug(const struct press *press, const struct page *page);

#endif
