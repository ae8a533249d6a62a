/* Link annotations (ISO 32000-1, 12.5.6.5). */
#ifndef PDF_LINKS_H
#define PDF_LINKS_H

#include "pdf/document.h"

struct links;

struct links *links_new(struct arena *arena);
/* Writes the annotations of a page, whose numbers begin at `first`; `key` is the first one's key in
 * the parent tree. */
void links_write(const struct document *document, const struct tags *tags, const struct page *page,
                 uint32_t first, uint32_t key, struct buffer *body);
/* When all pages are known: a target that does not exist is a fault. */
void links_check(const struct document *document);

#endif
