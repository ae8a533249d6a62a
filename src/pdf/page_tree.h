/* The page tree (ISO 32000-1, 7.7.3), balanced, under libharu's own root. Pages come in any order. */
#ifndef PDF_PAGE_TREE_H
#define PDF_PAGE_TREE_H

#include "base/arena.h"
#include "pdf/writer.h"

struct page_tree;

struct page_tree *page_tree_new(struct writer *writer, struct arena *arena);
/* The object number of a page, by its index among all pages. */
uint32_t page_tree_number(struct page_tree *tree, size_t page);
/* The object number of the node above a page. */
uint32_t page_tree_parent(struct page_tree *tree, size_t page);
/* The nodes, once the number of pages is known. */
void page_tree_write(struct page_tree *tree, size_t page_count);

#endif
