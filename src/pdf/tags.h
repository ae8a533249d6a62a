/* The structure tree (ISO 32000-1, 14.7) from the tags of the pages and the marked content in them.
 */
#ifndef PDF_TAGS_H
#define PDF_TAGS_H

#include "pdf/content.h"
#include "pdf/document.h"

struct structure;

/* What a page adds. */
struct tagged_page {
    const struct page *page;
    size_t index;           /* among all pages */
    const uint32_t *marked; /* the tags of its marked content by MCID */
    size_t marked_count;
    uint32_t first_link; /* object number of its first link annotation; the others follow */
};

struct structure *structure_new(const struct document *document);
/* For each page, in any order. The key of a page in the parent tree is its index; that of its first
 * link is returned, and those of the others follow. */
uint32_t structure_add_page(struct structure *structure, const struct tagged_page *tagged);
/* Writes elements, parent tree and identifiers of all pages; the number of the root, 0 when the
 * pages have no tags. */
uint32_t structure_write(struct structure *structure);

#endif
