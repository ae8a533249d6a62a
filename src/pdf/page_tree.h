/* The page tree (ISO 32000-1, 7.7.3), balanced, under libharu's own root. */
#ifndef PDF_PAGE_TREE_H
#define PDF_PAGE_TREE_H

#include "pdf/document.h"

/* Reserves the nodes above the pages; the first of those right above them is returned. */
uint32_t page_tree_reserve(const struct document *document);
/* The parent of a page. */
uint32_t page_tree_parent(uint32_t first_node, size_t page);
void page_tree_write(const struct document *document, uint32_t first_node);

#endif
