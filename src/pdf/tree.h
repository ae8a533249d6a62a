/* Name trees and number trees (ISO 32000-1, 7.9.6, 7.9.7), written leaf by leaf. */
#ifndef PDF_TREE_H
#define PDF_TREE_H

#include "base/array.h"
#include "pdf/writer.h"

struct tree_node {
    uint32_t number;
    struct str first, last; /* keys, as written */
};

struct tree {
    struct writer *writer;
    struct arena *arena;
    const char *kind; /* "Names" or "Nums" */
    size_t width;     /* of the rows that an entry fills, see writer_put_rows; 0: none */
    struct buffer leaf, last; /* its entries; the key of the last one */
    size_t leaf_count;
    struct str first;
    ARRAY(struct tree_node) nodes;
};

struct tree tree_start(struct writer *writer, struct arena *arena, const char *kind);
/* Entries that come now are alike in rows of `width` bytes. */
void tree_rows(struct tree *tree, size_t width);
/* Entries come in the order of their keys. `key` and `value` are PDF syntax. */
void tree_add(struct tree *tree, struct str key, struct str value);
/* Writes what is left; the number of the root. */
uint32_t tree_finish(struct tree *tree);

#endif
