/* The structure tree (ISO 32000-1, 14.7) from the tags of the pages and the marked content in them.
 */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "pdf/content.h"
#include "pdf/document.h"

struct structure;

/* NULL when the pages have no tags. */
struct structure *structure_new(const struct document *document);
/* For each page in order: the tags of its marked content by MCID, and the numbers of its link
 * annotations from `first_link` on. */
void structure_add_page(struct structure *structure, size_t page, const uint32_t *marked,
                        size_t count, uint32_t first_link);
/* The parent tree's key for the first link of the next page. */
uint32_t structure_link_key(const struct structure *structure);
/* Writes elements, parent tree and identifiers; the number of the root. */
uint32_t structure_write(struct structure *structure);

#endif
