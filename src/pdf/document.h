/* What the parts of a PDF under construction share. */
#ifndef PDF_DOCUMENT_H
#define PDF_DOCUMENT_H

#include "pdf/page_tree.h"
#include "pdf/pdf.h"
#include "pdf/writer.h"

struct document {
    const struct pages *pages; /* NULL while they are still being made */
    const struct pdf_options *options;
    struct pdf_cache *cache;
    struct writer *writer; /* NULL: the pages are only checked */
    struct arena *arena;   /* freed when the file is written */
    struct diag *diag;
    struct page_tree *tree;
    struct links *links;
};

static inline uint32_t page_number(const struct document *document, size_t index) {
    return page_tree_number(document->tree, index);
}

static inline bool for_press(const struct document *document) {
    return document->options->press != NULL;
}

/* Half the time of level 4 for files that are a twenty-fifth larger. */
enum { PDF_DEFAULT_LEVEL = 1 };

static inline int pdf_level(const struct pdf_options *options) {
    return options->level >= 1 && options->level <= 9 ? options->level : PDF_DEFAULT_LEVEL;
}

#endif
