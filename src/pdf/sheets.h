/* The pages: contents encoded and compressed by several threads, written in order by one. */
#ifndef PDF_SHEETS_H
#define PDF_SHEETS_H

#include "pdf/content.h"
#include "pdf/document.h"
#include "pdf/tags.h"

/* `structure` may be NULL. */
void sheets_write(const struct document *document, const struct content_source *source,
                  struct structure *structure, uint32_t first_node);

#endif
